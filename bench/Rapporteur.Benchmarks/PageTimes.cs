// SPDX-License-Identifier: Apache-2.0

using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Rapporteur.Web.Serving;

namespace Rapporteur.Benchmarks;

/// <summary>Measures how long the server takes for each page over a record.</summary>
/// <remarks><c>dotnet run --project bench/Rapporteur.Benchmarks -c Release -- page-times FILE</c></remarks>
internal static class PageTimes
{
    private const int Rounds = 7;

    private static readonly string[] Pages =
    [
        "/", "/reports", "/reports?outlet=belmar", "/statements", "/statements?by=speaker", "/statements?source=minister", "/statements?about=lithium", "/statements?source=Haddad&about=strike", "/statements?act=deny",
        "/statements?country=FRA", "/statements?sector=GOV&quotation=direct", "/statements?outlet=Belmar+Ledger", "/statements?outlet=nosuch", "/statements?since=2020&until=2020-06", "/statements?unnamed=1",
        "/statements?speaker=Ana+Haddad", "/statements?of=France", "/statements?act=decree&country=NPL", "/search?q=lithium", "/search?q=the", "/search?q=%22grain+export%22+haddad", "/actors", "/actors?name=ana",
        "/actor?name=Ana+Haddad", "/actor?name=France", "/events", "/events?type=SANCTION", "/events?actor=FRA&recipient=KEN", "/events?since=2020&until=2020-06&by-event=1", "/events?view=matrix", "/events?view=matrix&type=COERCE", "/events?view=map", "/figures", "/figures?of=protesters", "/sources", "/network", "/map", "REPORT", "/api/v1/statements", "API",
    ];

    public static async Task<int> MeasureAsync(string record)
    {
        await using WebServer server = await WebServer.StartAsync(new ServeOptions { Record = record, Port = 0, Note = Console.Error.WriteLine }).ConfigureAwait(false);
        using var client = new HttpClient { BaseAddress = server.Address, Timeout = TimeSpan.FromMinutes(5) };
        long start = Stopwatch.GetTimestamp();
        await client.GetByteArrayAsync("/").ConfigureAwait(false);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"first page {Stopwatch.GetElapsedTime(start).TotalMilliseconds:0} ms"));
        await client.GetByteArrayAsync("/actors").ConfigureAwait(false);                  // what is counted when the page starts is done
        string id = JsonDocument.Parse(await client.GetByteArrayAsync("/api/v1/reports?limit=1").ConfigureAwait(false)).RootElement.GetProperty("rows")[0].GetProperty("id").GetString()!;
        Console.WriteLine("| page | time, ms | processor, ms | KB |");
        Console.WriteLine("| --- | ---: | ---: | ---: |");
        foreach (string page in Pages)
        {
            string address = page switch { "REPORT" => "/report/" + id, "API" => "/api/v1/reports/" + id, _ => page };
            int size = (await client.GetByteArrayAsync(address).ConfigureAwait(false)).Length;
            List<double> times = [];
            TimeSpan before = Process.GetCurrentProcess().TotalProcessorTime;
            for (int i = 0; i < Rounds; i++)
            {
                start = Stopwatch.GetTimestamp();
                await client.GetByteArrayAsync(address).ConfigureAwait(false);
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }

            times.Sort();
            double processor = (Process.GetCurrentProcess().TotalProcessorTime - before).TotalMilliseconds / Rounds;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| `{page}` | {times[Rounds / 2]:0} | {processor:0} | {size / 1024} |"));
        }

        return 0;
    }
}
