import process from 'node:process';
import * as api from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { defaultResource, resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, NodeTracerProvider } from '@opentelemetry/sdk-trace-node';

export type Api = typeof api;

/** Sends spans to where `OTEL_EXPORTER_OTLP_ENDPOINT` says; the exporter reads its other `OTEL_` variables itself. */
export async function send(): Promise<{ api: Api; stop(): Promise<void> }> {
  const service = process.env.OTEL_SERVICE_NAME || 'colloquy';
  const provider = new NodeTracerProvider({
    resource: defaultResource().merge(resourceFromAttributes({ 'service.name': service })),
    spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter())]
  });
  provider.register();
  return { api, stop: () => provider.shutdown() };
}
