/** A bulk operation as the Admin API shows it; times are epoch milliseconds. */
export interface BulkOperation {
  id: string;
  shop: string;
  status: "CREATED" | "RUNNING" | "COMPLETED" | "FAILED" | "CANCELING" | "CANCELED" | "EXPIRED";
  errorCode: "ACCESS_DENIED" | "INTERNAL_SERVER_ERROR" | "TIMEOUT" | null;
  query: string;
  groupObjects: boolean;
  url: string | null;
  partialDataUrl: string | null;
  objectCount: number;
  rootObjectCount: number;
  fileSize: number | null;
  createdAt: number;
  completedAt: number | null;
}
