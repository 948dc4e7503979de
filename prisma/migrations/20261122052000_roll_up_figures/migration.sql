-- CreateTable
CREATE TABLE "figure_states" (
    "shop" TEXT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "rolled_until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "figure_states_pkey" PRIMARY KEY ("shop")
);

-- CreateTable
CREATE TABLE "figure_quarters" (
    "shop" TEXT NOT NULL,
    "quarter" TIMESTAMPTZ(3) NOT NULL,
    "eligible" INTEGER NOT NULL,
    "impressions" INTEGER NOT NULL,
    "acceptances" INTEGER NOT NULL,
    "waiting" INTEGER NOT NULL,
    "revenue_minor" BIGINT NOT NULL,
    "reasons" JSONB NOT NULL,

    CONSTRAINT "figure_quarters_pkey" PRIMARY KEY ("shop","quarter")
);

-- CreateTable
CREATE TABLE "figure_changes" (
    "shop" TEXT NOT NULL,
    "quarter" TIMESTAMPTZ(3) NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "figure_changes_pkey" PRIMARY KEY ("shop","quarter")
);

SELECT confine_each_shop();

-- Whatever changes a figure of a quarter of an hour that may have been rolled up says so; the newest hour is never rolled up,
-- so what happens right after a decision writes nothing here. The row is locked until the change is committed, so that the
-- roll-up, which takes it away first, waits for the change and counts it.
CREATE FUNCTION note_figure_change(changed_shop text, decided timestamptz) RETURNS void LANGUAGE sql AS $$
  INSERT INTO figure_changes (shop, quarter, changed_at)
  SELECT changed_shop, date_bin('15 minutes', decided, 'epoch'), now() WHERE decided < now() - interval '1 hour'
  ON CONFLICT (shop, quarter) DO UPDATE SET changed_at = excluded.changed_at;
$$;

CREATE FUNCTION note_decision_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  one decisions%ROWTYPE;
BEGIN
  IF TG_OP = 'DELETE' THEN one := OLD; ELSE one := NEW; END IF;
  PERFORM note_figure_change(one.shop, one.decided_at);
  -- Which decision is the first of its order may have changed with it.
  IF one.order_id IS NOT NULL THEN
    PERFORM note_figure_change(d.shop, d.decided_at) FROM decisions d WHERE d.shop = one.shop AND d.order_id = one.order_id AND d.id <> one.id;
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER decision_figures_insert AFTER INSERT ON decisions FOR EACH ROW WHEN (NEW.decided_at < now() - interval '1 hour') EXECUTE FUNCTION note_decision_change();
CREATE TRIGGER decision_figures_delete AFTER DELETE ON decisions FOR EACH ROW EXECUTE FUNCTION note_decision_change();
CREATE TRIGGER decision_figures_update AFTER UPDATE OF order_id, impression_at, outcome, step ON decisions FOR EACH ROW
  WHEN ((OLD.order_id, OLD.impression_at IS NULL, OLD.outcome, OLD.step) IS DISTINCT FROM (NEW.order_id, NEW.impression_at IS NULL, NEW.outcome, NEW.step))
  EXECUTE FUNCTION note_decision_change();

CREATE FUNCTION note_change_by_decision() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  of_shop text;
  of_decision uuid;
BEGIN
  IF TG_OP = 'DELETE' THEN of_shop := OLD.shop; of_decision := OLD.decision_id; ELSE of_shop := NEW.shop; of_decision := NEW.decision_id; END IF;
  PERFORM note_figure_change(d.shop, d.decided_at) FROM decisions d WHERE d.shop = of_shop AND d.id = of_decision;
  RETURN NULL;
END
$$;
CREATE TRIGGER acceptance_figures AFTER INSERT OR DELETE ON acceptances FOR EACH ROW EXECUTE FUNCTION note_change_by_decision();
CREATE TRIGGER acceptance_figures_update AFTER UPDATE OF state ON acceptances FOR EACH ROW WHEN (OLD.state IS DISTINCT FROM NEW.state) EXECUTE FUNCTION note_change_by_decision();
CREATE TRIGGER ledger_figures AFTER INSERT OR UPDATE OR DELETE ON ledger_entries FOR EACH ROW EXECUTE FUNCTION note_change_by_decision();
CREATE TRIGGER claim_figures AFTER DELETE OR UPDATE OF order_id ON offer_claims FOR EACH ROW EXECUTE FUNCTION note_change_by_decision();

CREATE FUNCTION note_payment_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  one orders%ROWTYPE;
BEGIN
  IF TG_OP = 'DELETE' THEN one := OLD; ELSE one := NEW; END IF;
  PERFORM note_figure_change(d.shop, d.decided_at) FROM offer_claims c JOIN decisions d ON d.shop = c.shop AND d.id = c.decision_id WHERE c.shop = one.shop AND c.order_id = one.id;
  RETURN NULL;
END
$$;
CREATE TRIGGER order_figures_delete AFTER DELETE ON orders FOR EACH ROW EXECUTE FUNCTION note_payment_change();
CREATE TRIGGER order_figures_update AFTER UPDATE OF financial_status ON orders FOR EACH ROW WHEN (OLD.financial_status IS DISTINCT FROM NEW.financial_status) EXECUTE FUNCTION note_payment_change();
