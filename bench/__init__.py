"""How fast the product is: each module measures one room; `python -m bench` prints and keeps the table."""
