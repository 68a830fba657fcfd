"""The pages about powers that the office and the public site both show.

1. A presenter is a function: a Standing, a day and the site's Addresses in, one frozen page value out.
2. Presenters read no clock, no request and no table; nothing here knows who is signed in.
3. A template in `shared/powers/` is given `page`, `layout` (the frame it extends), and a form as `form`.
4. `None` for a day means that no source covers it, and the page says so.
"""
