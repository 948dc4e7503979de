-- AlterTable
ALTER TABLE "orders" ADD COLUMN     "gift_confidence" TEXT;

-- CreateTable
CREATE TABLE "courtesy_policies" (
    "shop" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "saved_by" BIGINT,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "courtesy_policies_pkey" PRIMARY KEY ("shop","version")
);

-- CreateTable
CREATE TABLE "opt_outs" (
    "shop" TEXT NOT NULL,
    "customer_key" TEXT NOT NULL,
    "opted_out_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "opt_outs_pkey" PRIMARY KEY ("shop","customer_key")
);

-- CreateTable
CREATE TABLE "counted_orders" (
    "shop" TEXT NOT NULL,
    "order_id" BIGINT NOT NULL,
    "customer_key" TEXT,
    "product_ids" BIGINT[],
    "bought_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "counted_orders_pkey" PRIMARY KEY ("shop","order_id")
);

-- CreateTable
CREATE TABLE "uncounted_orders" (
    "shop" TEXT NOT NULL,
    "order_id" BIGINT NOT NULL,
    "revision" INTEGER NOT NULL,

    CONSTRAINT "uncounted_orders_pkey" PRIMARY KEY ("shop","order_id")
);

-- CreateTable
CREATE TABLE "co_purchase_shops" (
    "shop" TEXT NOT NULL,
    "weight" BIGINT NOT NULL,
    "orders" INTEGER NOT NULL,
    "threshold" DOUBLE PRECISION,
    "threshold_orders" INTEGER NOT NULL DEFAULT 0,
    "built_at" TIMESTAMPTZ(3),

    CONSTRAINT "co_purchase_shops_pkey" PRIMARY KEY ("shop")
);

-- CreateTable
CREATE TABLE "co_purchase_products" (
    "shop" TEXT NOT NULL,
    "product_id" BIGINT NOT NULL,
    "weight" BIGINT NOT NULL,
    "orders" INTEGER NOT NULL,
    "partners" BIGINT NOT NULL,
    "customers" INTEGER NOT NULL,
    "repeats" INTEGER NOT NULL,
    "repeat_customers" INTEGER NOT NULL,
    "typical_days" DOUBLE PRECISION,
    "changed_at" TIMESTAMPTZ(3),

    CONSTRAINT "co_purchase_products_pkey" PRIMARY KEY ("shop","product_id")
);

-- CreateTable
CREATE TABLE "co_purchase_pairs" (
    "shop" TEXT NOT NULL,
    "first_id" BIGINT NOT NULL,
    "second_id" BIGINT NOT NULL,
    "weight" BIGINT NOT NULL,
    "orders" INTEGER NOT NULL,
    "customers" INTEGER NOT NULL,

    CONSTRAINT "co_purchase_pairs_pkey" PRIMARY KEY ("shop","first_id","second_id")
);

-- CreateTable
CREATE TABLE "co_purchase_neighbours" (
    "shop" TEXT NOT NULL,
    "product_id" BIGINT NOT NULL,
    "neighbours" JSONB NOT NULL,
    "refreshed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "co_purchase_neighbours_pkey" PRIMARY KEY ("shop","product_id")
);

-- CreateTable
CREATE TABLE "product_days" (
    "shop" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "product_id" BIGINT NOT NULL,
    "orders" INTEGER NOT NULL,

    CONSTRAINT "product_days_pkey" PRIMARY KEY ("shop","day","product_id")
);

-- CreateTable
CREATE TABLE "companion_choices" (
    "shop" TEXT NOT NULL,
    "product_id" BIGINT NOT NULL,
    "companion_id" BIGINT NOT NULL,
    "choice" TEXT NOT NULL,
    "chosen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "companion_choices_pkey" PRIMARY KEY ("shop","product_id","companion_id")
);

-- CreateIndex
CREATE INDEX "counted_orders_shop_customer_key_idx" ON "counted_orders"("shop", "customer_key");

-- CreateIndex
CREATE INDEX "co_purchase_products_shop_changed_at_idx" ON "co_purchase_products"("shop", "changed_at");

-- CreateIndex
CREATE INDEX "co_purchase_pairs_shop_second_id_idx" ON "co_purchase_pairs"("shop", "second_id");
