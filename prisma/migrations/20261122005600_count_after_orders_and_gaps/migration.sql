-- AlterTable
ALTER TABLE "co_purchase_neighbours" ADD COLUMN     "after" JSONB,
ADD COLUMN     "regression" JSONB;

-- AlterTable
ALTER TABLE "co_purchase_products" ADD COLUMN     "gaps" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "median_gap" DOUBLE PRECISION;

-- AlterTable
ALTER TABLE "co_purchase_shops" ADD COLUMN     "after_orders" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "after_threshold" DOUBLE PRECISION,
ADD COLUMN     "after_weight" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "median_gap" DOUBLE PRECISION;

-- CreateTable
CREATE TABLE "after_order_products" (
    "shop" TEXT NOT NULL,
    "product_id" BIGINT NOT NULL,
    "from_weight" BIGINT NOT NULL,
    "from_orders" INTEGER NOT NULL,
    "from_partners" BIGINT NOT NULL,
    "to_weight" BIGINT NOT NULL,
    "to_orders" INTEGER NOT NULL,
    "to_partners" BIGINT NOT NULL,

    CONSTRAINT "after_order_products_pkey" PRIMARY KEY ("shop","product_id")
);

-- CreateTable
CREATE TABLE "after_order_pairs" (
    "shop" TEXT NOT NULL,
    "from_id" BIGINT NOT NULL,
    "to_id" BIGINT NOT NULL,
    "weight" BIGINT NOT NULL,
    "orders" INTEGER NOT NULL,
    "customers" INTEGER NOT NULL,

    CONSTRAINT "after_order_pairs_pkey" PRIMARY KEY ("shop","from_id","to_id")
);

-- CreateTable
CREATE TABLE "product_gaps" (
    "shop" TEXT NOT NULL,
    "product_id" BIGINT NOT NULL,
    "days" INTEGER NOT NULL,
    "gaps" INTEGER NOT NULL,

    CONSTRAINT "product_gaps_pkey" PRIMARY KEY ("shop","product_id","days")
);

-- The new counts have to begin with nothing counted, or taking an order back would take what was never added. The shop's
-- row and the neighbours stay, so that decisions have theirs until everything is counted anew.
INSERT INTO "uncounted_orders" ("shop", "order_id", "revision")
SELECT "shop", "order_id", 1 FROM "counted_orders"
ON CONFLICT ("shop", "order_id") DO UPDATE SET "revision" = "uncounted_orders"."revision" + 1;
DELETE FROM "counted_orders";
DELETE FROM "co_purchase_products";
DELETE FROM "co_purchase_pairs";
DELETE FROM "product_days";
UPDATE "co_purchase_shops" SET "weight" = 0, "orders" = 0;
