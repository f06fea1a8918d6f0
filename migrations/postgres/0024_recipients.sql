-- Where a mail went, as the hash of its address, where that is not the address that its subscriber has now: a letter to
-- an address that is wanted, and what went out before a move. What bounces says nothing against another address.
ALTER TABLE deliveries ADD COLUMN recipient TEXT;
