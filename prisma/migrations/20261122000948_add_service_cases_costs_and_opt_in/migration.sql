-- AlterTable
ALTER TABLE "variants" ADD COLUMN     "cost_minor" BIGINT;

-- AlterTable
ALTER TABLE "opt_outs" ADD COLUMN     "opted_in_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "service_cases" (
    "shop" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "id" BIGINT NOT NULL,
    "order_id" BIGINT NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),
    "observed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "service_cases_pkey" PRIMARY KEY ("shop","kind","id")
);

-- CreateIndex
CREATE INDEX "service_cases_shop_order_id_idx" ON "service_cases"("shop", "order_id");
