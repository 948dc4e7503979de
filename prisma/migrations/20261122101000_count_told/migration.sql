-- AlterTable
ALTER TABLE "reorder_hand_overs" ADD COLUMN     "told" INTEGER NOT NULL DEFAULT 0;

UPDATE reorder_hand_overs h SET told = (SELECT count(*) FROM reorders_told t WHERE t.shop = h.shop);

-- How many customers Shopify was told of is kept beside the switch, for they are counted whenever staff look at it.
CREATE FUNCTION count_told() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE reorder_hand_overs h SET told = h.told + CASE TG_OP WHEN 'INSERT' THEN c.customers ELSE -c.customers END
  FROM (SELECT shop, count(*) AS customers FROM changed GROUP BY shop) c WHERE h.shop = c.shop;
  RETURN NULL;
END
$$;
CREATE TRIGGER reorders_told_insert AFTER INSERT ON reorders_told REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_told();
CREATE TRIGGER reorders_told_delete AFTER DELETE ON reorders_told REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_told();
