-- CreateTable
CREATE TABLE "link_keys" (
    "shop" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3),

    CONSTRAINT "link_keys_pkey" PRIMARY KEY ("shop","version")
);

-- CreateTable
CREATE TABLE "order_links" (
    "shop" TEXT NOT NULL,
    "code_hash" BYTEA NOT NULL,
    "order_id" BIGINT NOT NULL,
    "placement" TEXT NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "order_links_pkey" PRIMARY KEY ("shop","code_hash")
);

-- CreateTable
CREATE TABLE "receipt_settings" (
    "shop" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "saved_by" BIGINT,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "receipt_settings_pkey" PRIMARY KEY ("shop")
);

-- CreateTable
CREATE TABLE "order_referrals" (
    "shop" TEXT NOT NULL,
    "order_id" BIGINT NOT NULL,
    "code" TEXT NOT NULL,
    "noted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "order_referrals_pkey" PRIMARY KEY ("shop","order_id")
);

-- CreateTable
CREATE TABLE "companion_publications" (
    "shop" TEXT NOT NULL,
    "product_id" BIGINT NOT NULL,
    "companion_ids" BIGINT[],
    "checked_at" TIMESTAMPTZ(3) NOT NULL,
    "published_at" TIMESTAMPTZ(3),

    CONSTRAINT "companion_publications_pkey" PRIMARY KEY ("shop","product_id")
);

-- CreateTable
CREATE TABLE "flow_events" (
    "shop" TEXT NOT NULL,
    "event_key" TEXT NOT NULL,
    "trigger" TEXT NOT NULL,
    "customer_key" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'pending',
    "error" TEXT,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "claimed_at" TIMESTAMPTZ(3),
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "flow_events_pkey" PRIMARY KEY ("shop","event_key")
);

-- CreateTable
CREATE TABLE "flow_runs" (
    "shop" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "cursor" TEXT,
    "customers_total" INTEGER NOT NULL DEFAULT 0,
    "customers_checked" INTEGER NOT NULL DEFAULT 0,
    "found" INTEGER NOT NULL DEFAULT 0,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "flow_runs_pkey" PRIMARY KEY ("shop","day")
);

-- CreateTable
CREATE TABLE "flow_action_runs" (
    "shop" TEXT NOT NULL,
    "run_id" TEXT NOT NULL,
    "decision_id" UUID NOT NULL,
    "customer_key" TEXT NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "flow_action_runs_pkey" PRIMARY KEY ("shop","run_id")
);

-- CreateTable
CREATE TABLE "flow_settings" (
    "shop" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "saved_by" BIGINT,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "flow_settings_pkey" PRIMARY KEY ("shop")
);

-- CreateIndex
CREATE UNIQUE INDEX "order_links_shop_order_id_placement_key" ON "order_links"("shop", "order_id", "placement");

-- CreateIndex
CREATE INDEX "order_referrals_shop_code_idx" ON "order_referrals"("shop", "code");

-- CreateIndex
CREATE INDEX "companion_publications_shop_checked_at_idx" ON "companion_publications"("shop", "checked_at");

-- CreateIndex
CREATE INDEX "flow_events_shop_status_made_at_idx" ON "flow_events"("shop", "status", "made_at");

-- CreateIndex
CREATE INDEX "flow_events_shop_customer_key_made_at_idx" ON "flow_events"("shop", "customer_key", "made_at");

-- CreateIndex
CREATE INDEX "flow_action_runs_shop_customer_key_idx" ON "flow_action_runs"("shop", "customer_key");
