"""Checking the record against its log, in batches, from one unchanging view of the database.

1. `chain`: every event has the next number, its own hash and the hash of the event before it.
2. `roots`: the Merkle root at each checkpoint's size is the root that was signed.
3. `damage`: tables and columns that the record needs are there, and what cannot be read is told.
4. `tables`: each row is what the newest event that names it wrote; none is there without an event or gone
   without a deletion.
5. Memory is flat: one batch of events and the rows that they name.
"""
