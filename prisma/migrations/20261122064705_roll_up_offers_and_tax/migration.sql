-- AlterTable
ALTER TABLE "figure_quarters" ADD COLUMN     "tax_minor" BIGINT NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "shops" ADD COLUMN     "reasons_emptied_to" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "figure_offer_quarters" (
    "shop" TEXT NOT NULL,
    "offer_id" UUID NOT NULL,
    "quarter" TIMESTAMPTZ(3) NOT NULL,
    "impressions" INTEGER NOT NULL,
    "acceptances" INTEGER NOT NULL,
    "revenue_minor" BIGINT NOT NULL,

    CONSTRAINT "figure_offer_quarters_pkey" PRIMARY KEY ("shop","offer_id","quarter")
);

-- CreateTable
CREATE TABLE "figure_offer_days" (
    "shop" TEXT NOT NULL,
    "offer_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "impressions" INTEGER NOT NULL,
    "acceptances" INTEGER NOT NULL,
    "revenue_minor" BIGINT NOT NULL,

    CONSTRAINT "figure_offer_days_pkey" PRIMARY KEY ("shop","offer_id","day")
);

-- CreateIndex
CREATE INDEX "figure_offer_quarters_shop_quarter_idx" ON "figure_offer_quarters"("shop", "quarter");

-- CreateIndex
CREATE INDEX "figure_offer_days_shop_day_idx" ON "figure_offer_days"("shop", "day");

-- CreateIndex
CREATE INDEX "opt_outs_shop_opted_out_at_idx" ON "opt_outs"("shop", "opted_out_at");

SELECT confine_each_shop();

-- The tax within what an order's line brought is rolled up as well, and every reading of an order whose prices include it may change it.
CREATE FUNCTION note_tax_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  one orders%ROWTYPE;
BEGIN
  IF TG_OP = 'DELETE' THEN one := OLD; ELSE one := NEW; END IF;
  PERFORM note_figure_change(d.shop, d.decided_at) FROM ledger_entries e JOIN decisions d ON d.shop = e.shop AND d.id = e.decision_id
    WHERE e.shop = one.shop AND e.order_id = one.id;
  RETURN NULL;
END
$$;
CREATE TRIGGER order_figures_tax_delete AFTER DELETE ON orders FOR EACH ROW WHEN (OLD.taxes_included) EXECUTE FUNCTION note_tax_change();
CREATE TRIGGER order_figures_tax_update AFTER UPDATE OF observed_at ON orders FOR EACH ROW WHEN (OLD.taxes_included OR NEW.taxes_included) EXECUTE FUNCTION note_tax_change();

-- What is rolled up lacks the tax and the offers: it is begun anew.
DELETE FROM figure_states;
