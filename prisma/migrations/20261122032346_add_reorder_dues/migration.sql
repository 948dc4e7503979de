-- AlterTable
ALTER TABLE "companion_choices" ADD COLUMN     "chosen_by" BIGINT;

-- CreateTable
CREATE TABLE "reorder_dues" (
    "shop" TEXT NOT NULL,
    "customer_key" TEXT NOT NULL,
    "product_id" BIGINT NOT NULL,
    "due_from" DATE NOT NULL,
    "due_on" DATE NOT NULL,
    "due_until" DATE NOT NULL,
    "times_bought" INTEGER NOT NULL,
    "last_order_id" BIGINT NOT NULL,
    "last_bought_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "reorder_dues_pkey" PRIMARY KEY ("shop","customer_key","product_id")
);

-- CreateTable
CREATE TABLE "reorder_weeks" (
    "shop" TEXT NOT NULL,
    "product_id" BIGINT NOT NULL,
    "week" DATE NOT NULL,
    "dues" INTEGER NOT NULL,

    CONSTRAINT "reorder_weeks_pkey" PRIMARY KEY ("shop","product_id","week")
);

-- CreateTable
CREATE TABLE "reorder_walks" (
    "shop" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "cursor" TEXT,
    "customers_total" INTEGER NOT NULL DEFAULT 0,
    "customers_done" INTEGER NOT NULL DEFAULT 0,
    "changed" INTEGER NOT NULL DEFAULT 0,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "reorder_walks_pkey" PRIMARY KEY ("shop","kind")
);

-- CreateTable
CREATE TABLE "reorder_hand_overs" (
    "shop" TEXT NOT NULL,
    "is_on" BOOLEAN NOT NULL,
    "namespace" TEXT,
    "switched_by" BIGINT,
    "switched_at" TIMESTAMPTZ(3) NOT NULL,
    "problem" TEXT,

    CONSTRAINT "reorder_hand_overs_pkey" PRIMARY KEY ("shop")
);

-- CreateTable
CREATE TABLE "reorders_told" (
    "shop" TEXT NOT NULL,
    "customer_key" TEXT NOT NULL,
    "given" TEXT NOT NULL,
    "told_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "reorders_told_pkey" PRIMARY KEY ("shop","customer_key")
);

-- CreateIndex
CREATE INDEX "reorder_dues_shop_due_on_customer_key_product_id_idx" ON "reorder_dues"("shop", "due_on", "customer_key", "product_id");

-- CreateIndex
CREATE INDEX "reorder_dues_shop_product_id_due_on_customer_key_idx" ON "reorder_dues"("shop", "product_id", "due_on", "customer_key");

-- CreateIndex
CREATE INDEX "co_purchase_products_shop_repeats_product_id_idx" ON "co_purchase_products"("shop", "repeats", "product_id");

-- CreateIndex
CREATE INDEX "companion_choices_shop_chosen_at_product_id_companion_id_idx" ON "companion_choices"("shop", "chosen_at", "product_id", "companion_id");
