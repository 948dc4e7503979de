-- AlterTable
ALTER TABLE "co_purchase_shops" ADD COLUMN     "moves_counted_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "co_purchase_moves" (
    "shop" TEXT NOT NULL,
    "product_id" BIGINT NOT NULL,
    "moves" JSONB NOT NULL,

    CONSTRAINT "co_purchase_moves_pkey" PRIMARY KEY ("shop","product_id")
);
