-- AlterTable
ALTER TABLE "shops" ADD COLUMN     "is_plus" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "placement_settings" (
    "shop" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "saved_by" BIGINT,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,
    "published_at" TIMESTAMPTZ(3),

    CONSTRAINT "placement_settings_pkey" PRIMARY KEY ("shop")
);
