// SPDX-License-Identifier: Apache-2.0

using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;

namespace Rapporteur.Fetching;

/// <summary>Asks for addresses: politely, within limits, and only on the public internet unless told otherwise.</summary>
/// <remarks>Not thread-safe: one address is asked after the other.</remarks>
public sealed class Fetcher : IDisposable
{
    private const string Program = "Rapporteur";
    private const int MostOfRobots = 512 << 10;
    private static readonly TimeSpan RobotsAge = TimeSpan.FromHours(24);

    private readonly FetchOptions options;
    private readonly TimeProvider clock;
    private readonly HttpClient client;
    private readonly HostPace pace;
    private readonly Dictionary<string, (RobotsRules Rules, long Asked)> robots = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Opens no connection yet.</summary>
    /// <param name="options">How it asks, and within which limits.</param>
    /// <param name="clock">Tells how long ago a host was asked.</param>
    public Fetcher(FetchOptions options, TimeProvider clock)
    {
        this.options = options;
        this.clock = clock;
        pace = new HostPace(clock);
#pragma warning disable CA2000 // The client disposes of its handler.
        client = new HttpClient(new SocketsHttpHandler
        {
            // A proxy would connect in our place, to an address that nobody checked.
            AllowAutoRedirect = false, UseCookies = false, UseProxy = false, AutomaticDecompression = DecompressionMethods.All, ConnectCallback = ConnectAsync,
        }) { Timeout = Timeout.InfiniteTimeSpan };
#pragma warning restore CA2000
        client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue(Program, ReaderVersion.Program));
    }

    /// <summary>Whether a path of the command line is an address.</summary>
    public static bool IsAddress(string path) => path.Contains("://", StringComparison.Ordinal) && path.IndexOf("://", StringComparison.Ordinal) is > 0 and < 10;

    /// <summary>Why an address is never asked for, or null.</summary>
    public static string? Refusal(string address)
        => !Uri.TryCreate(address, UriKind.Absolute, out Uri? parsed) || parsed.Host.Length == 0 && parsed.Scheme is "http" or "https" ? "it is no well-formed address"
            : parsed.Scheme is not ("http" or "https") ? $"only http and https addresses are read, not {parsed.Scheme}"
            : parsed.UserInfo.Length > 0 ? "it holds a user name or a password, which would be kept in the record; leave it out"
            : null;

    /// <summary>Asks for an address.</summary>
    /// <param name="address">The address, which <see cref="Refusal"/> does not refuse.</param>
    /// <param name="etag">What the server told when it was asked last, so that it can say that nothing changed.</param>
    /// <param name="lastModified">The same by time.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public async Task<FetchResult> FetchAsync(Uri address, string? etag, string? lastModified, CancellationToken cancellation)
    {
        try
        {
            for (int hops = 0; hops <= options.MaxRedirects; hops++)
            {
                RobotsRules rules = await RulesAsync(address, cancellation).ConfigureAwait(false);
                if (!rules.Allow(address)) return new FetchResult.Failed($"the robots.txt of {address.Authority} does not allow it, or can't be had");
                (FetchResult? result, Uri? next) = await AskAsync(address, etag, lastModified, rules.Delay, options.MaxBytes, cancellation).ConfigureAwait(false);
                if (result is not null) return result;
                if (Refusal(next!.AbsoluteUri) is { } reason) return new FetchResult.Failed($"it leads to {Shown(next)}: {reason}");
                address = next;
            }

            return new FetchResult.Failed($"it leads on more than {options.MaxRedirects} times");
        }
        catch (Exception problem) when (problem is HttpRequestException or IOException or SocketException or InvalidDataException)
        {
            return new FetchResult.Failed(Reason(address, problem));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();

    /// <summary>One request: its result, or where it leads.</summary>
    private async Task<(FetchResult? Result, Uri? Next)> AskAsync(Uri address, string? etag, string? lastModified, TimeSpan delay, int mostBytes, CancellationToken cancellation)
    {
        await pace.WaitAsync(address.Host, delay > options.Interval ? delay : options.Interval, cancellation).ConfigureAwait(false);
        using var timeout = new CancellationTokenSource(options.Timeout);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation, timeout.Token);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            if (etag is not null) request.Headers.TryAddWithoutValidation("If-None-Match", etag);
            if (lastModified is not null) request.Headers.TryAddWithoutValidation("If-Modified-Since", lastModified);
            using HttpResponseMessage response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop.Token).ConfigureAwait(false);
            if (response.StatusCode == HttpStatusCode.NotModified) return (new FetchResult.Unchanged(), null);
            if ((int)response.StatusCode is 301 or 302 or 303 or 307 or 308 && response.Headers.Location is { } location) return (null, new Uri(address, location));
            if (response.StatusCode != HttpStatusCode.OK) return (new FetchResult.Failed(Answer(response), (int)response.StatusCode), null);
            byte[]? body = await BodyAsync(response, mostBytes, stop.Token).ConfigureAwait(false);
            if (body is null) return (new FetchResult.Failed($"it is larger than {mostBytes >> 20} MB"), null);
            return (new FetchResult.Fetched(address, body, response.Content.Headers.ContentType?.CharSet?.Trim('"'), Value(response.Headers, "ETag"), Value(response.Content.Headers, "Last-Modified")), null);
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            return (new FetchResult.Failed($"the answer takes longer than {options.Timeout.TotalSeconds:0} s"), null);
        }
    }

    /// <summary>The rules of an address's host. A host without any allows everything; one whose rules can't be had, nothing (RFC 9309, 2.3.1).</summary>
    private async Task<RobotsRules> RulesAsync(Uri address, CancellationToken cancellation)
    {
        string host = address.GetLeftPart(UriPartial.Authority);
        if (robots.TryGetValue(host, out var known) && clock.GetElapsedTime(known.Asked) < RobotsAge) return known.Rules;
        var at = new Uri(host + "/robots.txt");
        RobotsRules rules = RobotsRules.AllowAll;
        for (int hops = 0; ; hops++)
        {
            (FetchResult? result, Uri? next) = await AskAsync(at, null, null, TimeSpan.Zero, MostOfRobots, cancellation).ConfigureAwait(false);
            if (result is FetchResult.Fetched file) rules = RobotsRules.Parse(Encoding.UTF8.GetString(file.Body), Program);
            else if (result is FetchResult.Failed { Status: not (>= 400 and < 500) }) rules = RobotsRules.DisallowAll;
            if (result is not null || hops == options.MaxRedirects || Refusal(next!.AbsoluteUri) is not null) break;
            at = next;
        }

        robots[host] = (rules, clock.GetTimestamp());
        return rules;
    }

    /// <summary>Connects to an address that was checked, so that a name which leads elsewhere a moment later does no harm.</summary>
    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        IPAddress[] found = IPAddress.TryParse(context.DnsEndPoint.Host, out IPAddress? given) ? [given] : await options.Resolve(context.DnsEndPoint.Host, cancellation).ConfigureAwait(false);
        IPAddress[] allowed = options.AllowPrivate ? found : [.. found.Where(PublicAddress.Is)];
        if (allowed.Length == 0)
            throw new IOException(found.Length == 0 ? "its host is not known" : "its host is in a private network or on this machine; --allow-private asks it all the same");
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, context.DnsEndPoint.Port, cancellation).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static async Task<byte[]?> BodyAsync(HttpResponseMessage response, int mostBytes, CancellationToken cancellation)
    {
        if (response.Content.Headers.ContentLength > mostBytes) return null;
        using Stream stream = await response.Content.ReadAsStreamAsync(cancellation).ConfigureAwait(false);
        using var body = new MemoryStream();
        byte[] buffer = new byte[1 << 16];
        for (int got; (got = await stream.ReadAsync(buffer, cancellation).ConfigureAwait(false)) > 0;)
        {
            if (body.Length + got > mostBytes) return null;
            body.Write(buffer, 0, got);
        }

        return body.ToArray();
    }

    private static string Answer(HttpResponseMessage response)
    {
        string retry = response.Headers.RetryAfter is { } after ? $"; it asks to come back {(after.Delta is { } delta ? $"in {delta.TotalSeconds:0} s" : $"after {after.Date:u}")}" : "";
        return $"the server answers {(int)response.StatusCode} {response.ReasonPhrase}".TrimEnd() + retry;
    }

    private static string Reason(Uri address, Exception problem)
    {
        for (Exception? inner = problem; inner is not null; inner = inner.InnerException)
        {
            if (inner is SocketException socket) return socket.SocketErrorCode is SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain ? $"the host {address.Host} is not known, or there is no network" : $"{address.Authority} can't be reached: {socket.Message}";
            if (inner is System.Security.Authentication.AuthenticationException) return $"the connection to {address.Host} is not safe: {inner.Message}";
            if (inner is IOException && inner.InnerException is null) return inner.Message;
        }

        return $"it can't be fetched: {problem.Message}";
    }

    private static string? Value(HttpHeaders headers, string name) => headers.NonValidated.TryGetValues(name, out HeaderStringValues values) ? values.FirstOrDefault() : null;

    private static string Shown(Uri address) => address.GetComponents(UriComponents.SchemeAndServer | UriComponents.PathAndQuery, UriFormat.UriEscaped);
}
