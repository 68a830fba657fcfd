"""What is measured and how it stands, as frozen values that know no table: the office, public pages and other
programs are made from these.
"""
