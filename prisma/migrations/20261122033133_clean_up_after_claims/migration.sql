-- AlterTable
ALTER TABLE "coupon_pools" ADD COLUMN     "removed_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "offer_claims" ADD COLUMN     "code_removed_at" TIMESTAMPTZ(3),
ADD COLUMN     "reused_by" BIGINT[] DEFAULT ARRAY[]::BIGINT[];

-- CreateIndex
CREATE INDEX "offer_claims_shop_confirmed_at_idx" ON "offer_claims"("shop", "confirmed_at");
