-- AlterTable
ALTER TABLE "decisions" ADD COLUMN     "is_test" BOOLEAN NOT NULL DEFAULT false;

UPDATE decisions d SET is_test = true FROM orders o WHERE o.shop = d.shop AND o.id = d.order_id AND o.test;

-- Whether the order was a test changes the figures as its arrival does.
DROP TRIGGER decision_figures_update ON decisions;
CREATE TRIGGER decision_figures_update AFTER UPDATE OF order_id, impression_at, outcome, step, is_test ON decisions FOR EACH ROW
  WHEN ((OLD.order_id, OLD.impression_at IS NULL, OLD.outcome, OLD.step, OLD.is_test) IS DISTINCT FROM (NEW.order_id, NEW.impression_at IS NULL, NEW.outcome, NEW.step, NEW.is_test))
  EXECUTE FUNCTION note_decision_change();
DROP TRIGGER order_figures_update ON orders;
CREATE TRIGGER order_figures_update AFTER UPDATE OF financial_status, test ON orders FOR EACH ROW
  WHEN ((OLD.financial_status, OLD.test) IS DISTINCT FROM (NEW.financial_status, NEW.test)) EXECUTE FUNCTION note_payment_change();

-- What is rolled up counts test orders: it is begun anew.
DELETE FROM figure_states;
