using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;

namespace BacklogPS.SpaceSimulator;

/// <summary>
/// Buffers each response until it is complete and then sends it. Only this way is the log complete before the client
/// has the last byte, and can half of a response be sent with the full Content-Length.
/// </summary>
internal sealed class Delivery(LogTicket ticket)
{
    private const int Piece = 1_000_000;

    public LogTicket Ticket => ticket;

    /// <summary>The fault to apply; null for none.</summary>
    public Fault? Fault { get; set; }

    public static async Task InvokeAsync(HttpContext context, RequestLog log, SpaceClock clock, Func<Task> next)
    {
        var ticket = await log.ArriveAsync(context);
        var delivery = new Delivery(ticket);
        context.Features.Set(delivery);
        var network = context.Response.Body;
        var answer = new MemoryStream();
        context.Response.Body = answer;
        try
        {
            await next();
            context.Response.Body = network;
            if (clock.Skew != TimeSpan.Zero)
            {
                context.Response.Headers.Date = clock.UtcNow.ToString("R");
            }

            await delivery.SendAsync(context, answer);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client gave up waiting. The entry keeps status 0.
        }
        finally
        {
            ticket.Complete(0);
        }
    }

    private async Task SendAsync(HttpContext context, MemoryStream answer)
    {
        var body = answer.GetBuffer().AsMemory(0, (int)answer.Length);
        var response = context.Response;
        switch (Fault?.Kind)
        {
            case FaultKind.Reset:
                ticket.Complete(0);
                context.Abort();
                break;
            case FaultKind.CutOff:
                response.ContentLength = body.Length;
                await CutAsync(context, body);
                break;
            case FaultKind.CutOffChunked:
                await CutAsync(context, body);
                break;
            case FaultKind.SlowBody:
                await SendSlowlyAsync(response, body, Fault, context.RequestAborted);
                break;
            case FaultKind.EmptyBody:
                await SendWholeAsync(response, ReadOnlyMemory<byte>.Empty);
                break;
            case FaultKind.InvalidJson:
                // Cutting a compressed body would break the compressed stream, which is what CutOff is for.
                await SendWholeAsync(response, response.Headers.ContentEncoding.Count > 0 ? "[{\"id\":1,"u8.ToArray() : body[..(body.Length / 2)], dropEncoding: true);
                break;
            default:
                await SendWholeAsync(response, body);
                break;
        }
    }

    private async Task SendWholeAsync(HttpResponse response, ReadOnlyMemory<byte> body, bool dropEncoding = false)
    {
        if (dropEncoding)
        {
            response.Headers.Remove("Content-Encoding");
        }

        ticket.Complete(response.StatusCode);
        if (response.StatusCode is 204 or 304)
        {
            return;
        }

        response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(response.HttpContext.Request.Method))
        {
            // Write in pieces: Wine passes everything written at once to a single sendmsg call, which accepts at most
            // 1,024 buffers of 4 KB, and nothing arrives if there are more.
            for (var start = 0; start < body.Length; start += Piece)
            {
                await response.Body.WriteAsync(body.Slice(start, Math.Min(Piece, body.Length - start)));
            }
        }
    }

    private async Task SendSlowlyAsync(HttpResponse response, ReadOnlyMemory<byte> body, Fault fault, CancellationToken gone)
    {
        response.ContentLength = body.Length;
        var size = Math.Max(1, fault.ChunkSize);
        await response.StartAsync(gone);
        await response.Body.FlushAsync(gone);
        for (var start = 0; start < body.Length; start += size)
        {
            await Task.Delay(fault.ChunkDelayMs, gone);
            if (start + size >= body.Length)
            {
                ticket.Complete(response.StatusCode);
            }

            await response.Body.WriteAsync(body.Slice(start, Math.Min(size, body.Length - start)), gone);
            await response.Body.FlushAsync(gone);
        }
    }

    private async Task CutAsync(HttpContext context, ReadOnlyMemory<byte> body)
    {
        await context.Response.Body.WriteAsync(body[..(body.Length / 2)]);
        await context.Response.Body.FlushAsync();

        // Flushed data may not have been sent yet, and without a short wait the abort would discard the first half.
        await Task.Delay(50);
        ticket.Complete(context.Response.StatusCode);
        context.Abort();
    }
}
