-- CreateTable
CREATE TABLE "shop_discounts" (
    "shop" TEXT NOT NULL,
    "method" TEXT NOT NULL DEFAULT 'function',
    "node_id" BIGINT,
    "given_hash" TEXT,
    "checked_at" TIMESTAMPTZ(3),
    "problem" TEXT,

    CONSTRAINT "shop_discounts_pkey" PRIMARY KEY ("shop")
);

-- CreateTable
CREATE TABLE "coupon_pools" (
    "shop" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "terms" TEXT NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "first_code" TEXT NOT NULL,
    "node_id" BIGINT,
    "bulk_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "coupon_pools_pkey" PRIMARY KEY ("shop","id")
);

-- CreateTable
CREATE TABLE "coupons" (
    "shop" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "pool_id" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "decision_id" UUID,
    "customer_key" TEXT,
    "reference_id" TEXT,
    "assigned_at" TIMESTAMPTZ(3),

    CONSTRAINT "coupons_pkey" PRIMARY KEY ("shop","code")
);

-- CreateIndex
CREATE UNIQUE INDEX "coupon_pools_shop_terms_ends_at_key" ON "coupon_pools"("shop", "terms", "ends_at");

-- CreateIndex
CREATE INDEX "coupons_shop_pool_id_decision_id_idx" ON "coupons"("shop", "pool_id", "decision_id");

-- CreateIndex
CREATE INDEX "coupons_shop_customer_key_idx" ON "coupons"("shop", "customer_key");

-- CreateIndex
CREATE UNIQUE INDEX "coupons_shop_decision_id_key" ON "coupons"("shop", "decision_id");

-- AddForeignKey
ALTER TABLE "coupons" ADD CONSTRAINT "coupons_shop_pool_id_fkey" FOREIGN KEY ("shop", "pool_id") REFERENCES "coupon_pools"("shop", "id") ON DELETE CASCADE ON UPDATE NO ACTION;
