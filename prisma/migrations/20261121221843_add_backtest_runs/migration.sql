-- CreateTable
CREATE TABLE "backtest_runs" (
    "shop" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "offer_id" UUID,
    "content" JSONB NOT NULL,
    "status" TEXT NOT NULL,
    "orders_total" INTEGER NOT NULL DEFAULT 0,
    "orders_done" INTEGER NOT NULL DEFAULT 0,
    "result" JSONB,
    "error" TEXT,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "backtest_runs_pkey" PRIMARY KEY ("shop","id")
);

-- CreateIndex
CREATE INDEX "backtest_runs_shop_offer_id_requested_at_idx" ON "backtest_runs"("shop", "offer_id", "requested_at");
