-- CreateTable
CREATE TABLE "count_builds" (
    "shop" TEXT NOT NULL,
    "run" UUID NOT NULL,
    "after_id" BIGINT NOT NULL DEFAULT 0,
    "orders" INTEGER NOT NULL DEFAULT 0,
    "noted_at" TIMESTAMPTZ(3),
    "written" INTEGER NOT NULL DEFAULT 0,
    "share" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "started_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "count_builds_pkey" PRIMARY KEY ("shop")
);

SELECT confine_each_shop();
