alter table publications add column published_by text; -- a name, never an address; null for those of before
