-- CreateTable
CREATE TABLE "shops" (
    "shop" TEXT NOT NULL,
    "name" TEXT NOT NULL DEFAULT '',
    "currency" CHAR(3) NOT NULL DEFAULT 'USD',
    "time_zone" TEXT NOT NULL DEFAULT 'UTC',
    "plan_name" TEXT NOT NULL DEFAULT '',
    "is_development" BOOLEAN NOT NULL DEFAULT false,
    "scopes" TEXT[],
    "installed_at" TIMESTAMPTZ(3) NOT NULL,
    "uninstalled_at" TIMESTAMPTZ(3),
    "offers_revision" INTEGER NOT NULL DEFAULT 0,
    "hold_out_percent" INTEGER NOT NULL DEFAULT 0,
    "setup_dismissed_at" TIMESTAMPTZ(3),
    "reconciled_at" TIMESTAMPTZ(3),

    CONSTRAINT "shops_pkey" PRIMARY KEY ("shop")
);

-- CreateTable
CREATE TABLE "sessions" (
    "shop" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "is_online" BOOLEAN NOT NULL,
    "state" TEXT NOT NULL DEFAULT '',
    "scope" TEXT NOT NULL DEFAULT '',
    "user_id" BIGINT,
    "access_token" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3),
    "refresh_token" TEXT,
    "refresh_expires_at" TIMESTAMPTZ(3),
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("shop","id")
);

-- CreateTable
CREATE TABLE "products" (
    "shop" TEXT NOT NULL,
    "id" BIGINT NOT NULL,
    "title" TEXT NOT NULL,
    "handle" TEXT NOT NULL,
    "vendor" TEXT NOT NULL DEFAULT '',
    "product_type" TEXT NOT NULL DEFAULT '',
    "status" TEXT NOT NULL,
    "tags" TEXT[],
    "collection_ids" BIGINT[],
    "image_url" TEXT,
    "is_gift_card" BOOLEAN NOT NULL DEFAULT false,
    "published_at" TIMESTAMPTZ(3),
    "source_at" TIMESTAMPTZ(3) NOT NULL,
    "observed_at" TIMESTAMPTZ(3) NOT NULL,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "products_pkey" PRIMARY KEY ("shop","id")
);

-- CreateTable
CREATE TABLE "variants" (
    "shop" TEXT NOT NULL,
    "id" BIGINT NOT NULL,
    "product_id" BIGINT NOT NULL,
    "title" TEXT NOT NULL,
    "sku" TEXT NOT NULL DEFAULT '',
    "position" INTEGER NOT NULL DEFAULT 1,
    "price_minor" BIGINT NOT NULL,
    "compare_at_minor" BIGINT,
    "inventory_item_id" BIGINT,
    "inventory_quantity" INTEGER,
    "inventory_at" TIMESTAMPTZ(3),
    "stock_limited" BOOLEAN NOT NULL DEFAULT true,
    "image_url" TEXT,

    CONSTRAINT "variants_pkey" PRIMARY KEY ("shop","id")
);

-- CreateTable
CREATE TABLE "collections" (
    "shop" TEXT NOT NULL,
    "id" BIGINT NOT NULL,
    "title" TEXT NOT NULL,
    "handle" TEXT NOT NULL,
    "source_at" TIMESTAMPTZ(3) NOT NULL,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "collections_pkey" PRIMARY KEY ("shop","id")
);

-- CreateTable
CREATE TABLE "orders" (
    "shop" TEXT NOT NULL,
    "id" BIGINT NOT NULL,
    "name" TEXT NOT NULL,
    "checkout_token" TEXT,
    "customer_key" TEXT,
    "currency" CHAR(3) NOT NULL,
    "country_code" CHAR(2),
    "source_name" TEXT NOT NULL DEFAULT '',
    "gateways" TEXT[],
    "discount_codes" TEXT[],
    "subtotal_minor" BIGINT NOT NULL,
    "total_minor" BIGINT NOT NULL,
    "financial_status" TEXT NOT NULL DEFAULT '',
    "test" BOOLEAN NOT NULL DEFAULT false,
    "processed_at" TIMESTAMPTZ(3) NOT NULL,
    "cancelled_at" TIMESTAMPTZ(3),
    "source_at" TIMESTAMPTZ(3) NOT NULL,
    "observed_at" TIMESTAMPTZ(3) NOT NULL,
    "redacted_at" TIMESTAMPTZ(3),

    CONSTRAINT "orders_pkey" PRIMARY KEY ("shop","id")
);

-- CreateTable
CREATE TABLE "order_lines" (
    "shop" TEXT NOT NULL,
    "order_id" BIGINT NOT NULL,
    "id" BIGINT NOT NULL,
    "product_id" BIGINT,
    "variant_id" BIGINT,
    "title" TEXT NOT NULL,
    "quantity" INTEGER NOT NULL,
    "current_quantity" INTEGER NOT NULL,
    "unit_minor" BIGINT NOT NULL,
    "total_minor" BIGINT NOT NULL,

    CONSTRAINT "order_lines_pkey" PRIMARY KEY ("shop","order_id","id")
);

-- CreateTable
CREATE TABLE "deleted_orders" (
    "shop" TEXT NOT NULL,
    "id" BIGINT NOT NULL,
    "deleted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "deleted_orders_pkey" PRIMARY KEY ("shop","id")
);

-- CreateTable
CREATE TABLE "refund_lines" (
    "shop" TEXT NOT NULL,
    "order_id" BIGINT NOT NULL,
    "refund_id" BIGINT NOT NULL,
    "line_id" BIGINT NOT NULL,
    "quantity" INTEGER NOT NULL,
    "subtotal_minor" BIGINT NOT NULL,
    "refunded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "refund_lines_pkey" PRIMARY KEY ("shop","order_id","refund_id","line_id")
);

-- CreateTable
CREATE TABLE "webhook_events" (
    "shop" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "event_id" TEXT NOT NULL,
    "webhook_id" TEXT NOT NULL,
    "triggered_at" TIMESTAMPTZ(3) NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "payload" JSONB NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'pending',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "last_error" TEXT,
    "processed_at" TIMESTAMPTZ(3),

    CONSTRAINT "webhook_events_pkey" PRIMARY KEY ("shop","topic","event_id")
);

-- CreateTable
CREATE TABLE "sync_runs" (
    "shop" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "bulk_operation_id" TEXT,
    "result_url" TEXT,
    "object_count" INTEGER NOT NULL DEFAULT 0,
    "lines_done" INTEGER NOT NULL DEFAULT 0,
    "records_done" INTEGER NOT NULL DEFAULT 0,
    "cursor" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "error" TEXT,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "sync_runs_pkey" PRIMARY KEY ("shop","id")
);

-- CreateTable
CREATE TABLE "offers" (
    "shop" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "status" TEXT NOT NULL,
    "priority" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "offers_pkey" PRIMARY KEY ("shop","id")
);

-- CreateTable
CREATE TABLE "offer_versions" (
    "shop" TEXT NOT NULL,
    "offer_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "saved_by" BIGINT,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "offer_versions_pkey" PRIMARY KEY ("shop","offer_id","version")
);

-- CreateTable
CREATE TABLE "decisions" (
    "shop" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "placement" TEXT NOT NULL,
    "reference_id" TEXT NOT NULL,
    "step" INTEGER NOT NULL,
    "order_id" BIGINT,
    "customer_key" TEXT,
    "outcome" TEXT NOT NULL,
    "offer_id" UUID,
    "offer_version" INTEGER,
    "facts" JSONB NOT NULL,
    "reasons" JSONB NOT NULL,
    "presented" JSONB,
    "currency" CHAR(3) NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "impression_at" TIMESTAMPTZ(3),
    "declined_at" TIMESTAMPTZ(3),

    CONSTRAINT "decisions_pkey" PRIMARY KEY ("shop","id")
);

-- CreateTable
CREATE TABLE "acceptances" (
    "shop" TEXT NOT NULL,
    "decision_id" UUID NOT NULL,
    "variant_id" BIGINT NOT NULL,
    "quantity" INTEGER NOT NULL,
    "jti" UUID NOT NULL,
    "issued_at" TIMESTAMPTZ(0) NOT NULL,
    "changes" JSONB NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "state" TEXT NOT NULL,
    "error_code" TEXT,
    "order_id" BIGINT,
    "line_id" BIGINT,
    "confirmed_at" TIMESTAMPTZ(3),
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "acceptances_pkey" PRIMARY KEY ("shop","decision_id")
);

-- CreateTable
CREATE TABLE "ledger_entries" (
    "shop" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "source_key" TEXT NOT NULL,
    "decision_id" UUID NOT NULL,
    "order_id" BIGINT NOT NULL,
    "line_id" BIGINT NOT NULL,
    "kind" TEXT NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "happened_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ledger_entries_pkey" PRIMARY KEY ("shop","id")
);

-- CreateTable
CREATE TABLE "privacy_requests" (
    "shop" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "topic" TEXT NOT NULL,
    "event_id" TEXT NOT NULL,
    "customer_key" TEXT,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "completed_at" TIMESTAMPTZ(3),
    "report" JSONB,

    CONSTRAINT "privacy_requests_pkey" PRIMARY KEY ("shop","id")
);

-- CreateIndex
CREATE INDEX "products_shop_title_idx" ON "products"("shop", "title");

-- CreateIndex
CREATE INDEX "products_shop_source_at_idx" ON "products"("shop", "source_at");

-- CreateIndex
CREATE INDEX "variants_shop_product_id_idx" ON "variants"("shop", "product_id");

-- CreateIndex
CREATE INDEX "variants_shop_inventory_item_id_idx" ON "variants"("shop", "inventory_item_id");

-- CreateIndex
CREATE INDEX "orders_shop_processed_at_idx" ON "orders"("shop", "processed_at");

-- CreateIndex
CREATE INDEX "orders_shop_customer_key_processed_at_idx" ON "orders"("shop", "customer_key", "processed_at");

-- CreateIndex
CREATE INDEX "orders_shop_checkout_token_idx" ON "orders"("shop", "checkout_token");

-- CreateIndex
CREATE INDEX "orders_shop_source_at_idx" ON "orders"("shop", "source_at");

-- CreateIndex
CREATE INDEX "orders_shop_name_idx" ON "orders"("shop", "name");

-- CreateIndex
CREATE INDEX "webhook_events_shop_status_received_at_idx" ON "webhook_events"("shop", "status", "received_at");

-- CreateIndex
CREATE INDEX "sync_runs_shop_kind_started_at_idx" ON "sync_runs"("shop", "kind", "started_at");

-- CreateIndex
CREATE INDEX "offers_shop_status_priority_idx" ON "offers"("shop", "status", "priority");

-- CreateIndex
CREATE INDEX "decisions_shop_decided_at_idx" ON "decisions"("shop", "decided_at");

-- CreateIndex
CREATE INDEX "decisions_shop_offer_id_decided_at_idx" ON "decisions"("shop", "offer_id", "decided_at");

-- CreateIndex
CREATE INDEX "decisions_shop_customer_key_decided_at_idx" ON "decisions"("shop", "customer_key", "decided_at");

-- CreateIndex
CREATE INDEX "decisions_shop_reference_id_idx" ON "decisions"("shop", "reference_id");

-- CreateIndex
CREATE INDEX "decisions_shop_order_id_idx" ON "decisions"("shop", "order_id");

-- CreateIndex
CREATE UNIQUE INDEX "decisions_shop_placement_reference_id_step_key" ON "decisions"("shop", "placement", "reference_id", "step");

-- CreateIndex
CREATE INDEX "acceptances_shop_order_id_idx" ON "acceptances"("shop", "order_id");

-- CreateIndex
CREATE INDEX "acceptances_shop_state_updated_at_idx" ON "acceptances"("shop", "state", "updated_at");

-- CreateIndex
CREATE UNIQUE INDEX "acceptances_shop_jti_key" ON "acceptances"("shop", "jti");

-- CreateIndex
CREATE INDEX "ledger_entries_shop_happened_at_idx" ON "ledger_entries"("shop", "happened_at");

-- CreateIndex
CREATE INDEX "ledger_entries_shop_order_id_idx" ON "ledger_entries"("shop", "order_id");

-- CreateIndex
CREATE UNIQUE INDEX "ledger_entries_shop_source_key_key" ON "ledger_entries"("shop", "source_key");

-- CreateIndex
CREATE UNIQUE INDEX "privacy_requests_shop_topic_event_id_key" ON "privacy_requests"("shop", "topic", "event_id");

-- AddForeignKey
ALTER TABLE "variants" ADD CONSTRAINT "variants_shop_product_id_fkey" FOREIGN KEY ("shop", "product_id") REFERENCES "products"("shop", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "order_lines" ADD CONSTRAINT "order_lines_shop_order_id_fkey" FOREIGN KEY ("shop", "order_id") REFERENCES "orders"("shop", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "offer_versions" ADD CONSTRAINT "offer_versions_shop_offer_id_fkey" FOREIGN KEY ("shop", "offer_id") REFERENCES "offers"("shop", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "acceptances" ADD CONSTRAINT "acceptances_shop_decision_id_fkey" FOREIGN KEY ("shop", "decision_id") REFERENCES "decisions"("shop", "id") ON DELETE CASCADE ON UPDATE NO ACTION;
