-- AlterTable
ALTER TABLE "shops" ADD COLUMN     "keep_reasons_days" INTEGER NOT NULL DEFAULT 90;

-- AlterTable
ALTER TABLE "orders" ADD COLUMN     "taxes_included" BOOLEAN;

-- AlterTable
ALTER TABLE "order_lines" ADD COLUMN     "tax_minor" BIGINT;

-- CreateTable
CREATE TABLE "billing_accounts" (
    "shop" TEXT NOT NULL,
    "plan" TEXT NOT NULL DEFAULT 'free',
    "status" TEXT NOT NULL DEFAULT 'none',
    "subscription_id" BIGINT,
    "line_item_id" TEXT,
    "is_test" BOOLEAN NOT NULL DEFAULT false,
    "currency" CHAR(3) NOT NULL DEFAULT 'USD',
    "subscribed_at" TIMESTAMPTZ(3),
    "trial_ends_at" TIMESTAMPTZ(3),
    "period_ends_at" TIMESTAMPTZ(3),
    "cap_minor" BIGINT,
    "used_minor" BIGINT,
    "trial_started_at" TIMESTAMPTZ(3),
    "credit_minor" BIGINT NOT NULL DEFAULT 0,
    "paused" TEXT,
    "billed_to" TIMESTAMPTZ(3),
    "synced_at" TIMESTAMPTZ(3),

    CONSTRAINT "billing_accounts_pkey" PRIMARY KEY ("shop")
);

-- CreateTable
CREATE TABLE "billing_periods" (
    "shop" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "subscription_id" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "net_minor" BIGINT NOT NULL DEFAULT 0,
    "fee_minor" BIGINT NOT NULL DEFAULT 0,
    "lines" INTEGER NOT NULL DEFAULT 0,
    "credit_in_minor" BIGINT NOT NULL DEFAULT 0,
    "charged_minor" BIGINT NOT NULL DEFAULT 0,
    "waived_minor" BIGINT NOT NULL DEFAULT 0,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "billing_periods_pkey" PRIMARY KEY ("shop","id")
);

-- CreateTable
CREATE TABLE "billing_lines" (
    "shop" TEXT NOT NULL,
    "period_id" UUID NOT NULL,
    "acceptance_key" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "decision_id" UUID NOT NULL,
    "order_id" BIGINT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "gross_minor" BIGINT NOT NULL,
    "refund_minor" BIGINT NOT NULL,
    "tax_minor" BIGINT NOT NULL,
    "net_minor" BIGINT NOT NULL,
    "fee_minor" BIGINT NOT NULL,

    CONSTRAINT "billing_lines_pkey" PRIMARY KEY ("shop","period_id","acceptance_key")
);

-- CreateTable
CREATE TABLE "billed_entries" (
    "shop" TEXT NOT NULL,
    "entry_id" UUID NOT NULL,
    "period_id" UUID,

    CONSTRAINT "billed_entries_pkey" PRIMARY KEY ("shop","entry_id")
);

-- CreateTable
CREATE TABLE "billing_charges" (
    "shop" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "period_id" UUID NOT NULL,
    "line_item_id" TEXT NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "state" TEXT NOT NULL,
    "record_id" TEXT,
    "error" TEXT,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "billing_charges_pkey" PRIMARY KEY ("shop","id")
);

-- CreateTable
CREATE TABLE "offer_defaults" (
    "shop" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "saved_by" BIGINT,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "offer_defaults_pkey" PRIMARY KEY ("shop")
);

-- CreateTable
CREATE TABLE "data_exports" (
    "shop" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "status" TEXT NOT NULL,
    "part" TEXT NOT NULL DEFAULT '',
    "cursor" TEXT,
    "rows_total" BIGINT NOT NULL DEFAULT 0,
    "rows_done" BIGINT NOT NULL DEFAULT 0,
    "bytes" BIGINT NOT NULL DEFAULT 0,
    "chunks" INTEGER NOT NULL DEFAULT 0,
    "requested_by" BIGINT NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3),
    "error" TEXT,

    CONSTRAINT "data_exports_pkey" PRIMARY KEY ("shop","id")
);

-- CreateTable
CREATE TABLE "data_export_chunks" (
    "shop" TEXT NOT NULL,
    "export_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "content" BYTEA NOT NULL,

    CONSTRAINT "data_export_chunks_pkey" PRIMARY KEY ("shop","export_id","number")
);

-- CreateTable
CREATE TABLE "shop_deletions" (
    "shop" TEXT NOT NULL,
    "requested_by" BIGINT NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "runs_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "shop_deletions_pkey" PRIMARY KEY ("shop")
);

-- CreateIndex
CREATE INDEX "billing_periods_shop_starts_at_idx" ON "billing_periods"("shop", "starts_at");

-- CreateIndex
CREATE INDEX "billing_lines_shop_acceptance_key_idx" ON "billing_lines"("shop", "acceptance_key");

-- CreateIndex
CREATE UNIQUE INDEX "billing_lines_shop_period_id_position_key" ON "billing_lines"("shop", "period_id", "position");

-- CreateIndex
CREATE INDEX "billing_charges_shop_made_at_idx" ON "billing_charges"("shop", "made_at");

-- CreateIndex
CREATE INDEX "data_exports_shop_requested_at_idx" ON "data_exports"("shop", "requested_at");

-- CreateIndex
CREATE INDEX "ledger_entries_shop_recorded_at_idx" ON "ledger_entries"("shop", "recorded_at");

-- AddForeignKey
ALTER TABLE "data_export_chunks" ADD CONSTRAINT "data_export_chunks_shop_export_id_fkey" FOREIGN KEY ("shop", "export_id") REFERENCES "data_exports"("shop", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

