-- AlterTable
ALTER TABLE "order_lines" ADD COLUMN     "claim" TEXT;

-- AlterTable
ALTER TABLE "decisions" ADD COLUMN     "block" JSONB;

-- CreateTable
CREATE TABLE "offer_claims" (
    "shop" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "decision_id" UUID NOT NULL,
    "variant_id" BIGINT NOT NULL,
    "quantity" INTEGER NOT NULL,
    "unit_before_minor" BIGINT NOT NULL,
    "unit_minor" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "claimed_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "attribute_hash" TEXT,
    "discount_code" TEXT,
    "order_id" BIGINT,
    "line_id" BIGINT,
    "units" INTEGER,
    "amount_minor" BIGINT,
    "confirmed_at" TIMESTAMPTZ(3),

    CONSTRAINT "offer_claims_pkey" PRIMARY KEY ("shop","id")
);

-- CreateIndex
CREATE INDEX "offer_claims_shop_order_id_idx" ON "offer_claims"("shop", "order_id");

-- CreateIndex
CREATE INDEX "offer_claims_shop_discount_code_idx" ON "offer_claims"("shop", "discount_code");

-- CreateIndex
CREATE UNIQUE INDEX "offer_claims_shop_decision_id_variant_id_key" ON "offer_claims"("shop", "decision_id", "variant_id");

-- CreateIndex
CREATE UNIQUE INDEX "offer_claims_shop_attribute_hash_key" ON "offer_claims"("shop", "attribute_hash");

-- CreateIndex
CREATE INDEX "ledger_entries_shop_decision_id_idx" ON "ledger_entries"("shop", "decision_id");

-- AddForeignKey
ALTER TABLE "offer_claims" ADD CONSTRAINT "offer_claims_shop_decision_id_fkey" FOREIGN KEY ("shop", "decision_id") REFERENCES "decisions"("shop", "id") ON DELETE CASCADE ON UPDATE NO ACTION;
