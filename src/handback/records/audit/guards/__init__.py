"""The triggers that keep the record: what each table refuses, in SQL, on either database.

1. `rules` says what is refused, in SQL that both databases read. `sqlite` and `postgresql` turn a rule into
   triggers and say which of them stand; `standing` puts them up, takes them down and compares.
2. Guards go up after every migration and come down before one, since a migration rebuilds tables.
3. There is no switch that lets a change through. Tests that empty a database take the guards down.
"""
