-- By which relay a delivery leaves that was given a place: the lane of that relay.
ALTER TABLE deliveries ADD COLUMN relay TEXT;
