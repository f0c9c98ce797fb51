// SPDX-License-Identifier: Apache-2.0

using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Rapporteur.Store;
using Rapporteur.Web.Api;
using Rapporteur.Web.Components;
using Rapporteur.Web.Mcp;
using Rapporteur.Web.Reading;
using Rapporteur.Web.Security;

namespace Rapporteur.Web.Serving;

/// <summary>The page over a record, ready to be reached by a browser.</summary>
public sealed class WebServer : IAsyncDisposable
{
    private readonly WebApplication application;

    private WebServer(WebApplication application, Uri address)
    {
        this.application = application;
        Address = address;
    }

    /// <summary>Where the page is.</summary>
    public Uri Address { get; }

    /// <summary>Opens the record and begins to listen.</summary>
    /// <exception cref="RecordException">The record can't be opened.</exception>
    /// <exception cref="IOException">The port is taken, or the certificate can't be read.</exception>
    public static async Task<WebServer> StartAsync(ServeOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        RecordFile file = RecordFile.OpenOrCreate(options.Record);
        AccessToken? token = options.IsLoopback ? null : AccessToken.For(options);
        WebApplication application = Build(options, file, token);
        await application.StartAsync(cancellation).ConfigureAwait(false);
        ThreadPool.QueueUserWorkItem(Prepare, application.Services, preferLocal: false);
        string bound = application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        var address = new UriBuilder(bound.Replace("[::]", "localhost", StringComparison.Ordinal).Replace("0.0.0.0", "localhost", StringComparison.Ordinal));
        return new(application, address.Uri);
    }

    /// <summary>Serves until a person or the system ends it.</summary>
    public Task RunAsync(CancellationToken cancellation) => application.WaitForShutdownAsync(cancellation);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => application.DisposeAsync();

    private static WebApplication Build(ServeOptions options, RecordFile file, AccessToken? token)
    {
        // An empty builder: nothing is taken from the environment or from files beside the program.
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { EnvironmentName = Environments.Production });
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel => Listen(kestrel, options));
        builder.Logging.SetMinimumLevel(LogLevel.Error).AddFilter("Microsoft.Extensions.Hosting", LogLevel.None).AddProvider(new NoteLogging(options.Note));
        IServiceCollection services = builder.Services;
        services.Configure<HostOptions>(static host => host.ShutdownTimeout = TimeSpan.FromSeconds(3));
        services.AddSingleton(options);
        services.AddSingleton(options.Clock);
        services.AddSingleton(new RecordPool(file));
        services.AddSingleton(new StoryReader(file, options.Clock));
        services.AddSingleton(new StoryAddresses(options));
        services.AddSingleton(static provider => new WholeRecord(provider.GetRequiredService<RecordPool>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<ReadingLog>();
        services.AddScoped(static provider => new RecordAccess(provider.GetRequiredService<RecordPool>()));
        services.AddRouting();
        services.AddRazorComponents();
        services.AddHttpContextAccessor();
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        services.AddAntiforgery(static antiforgery =>
        {
            antiforgery.Cookie.Name = "rapporteur-form";
            antiforgery.Cookie.SameSite = Microsoft.AspNetCore.Http.SameSiteMode.Strict;
            antiforgery.SuppressXFrameOptionsHeader = true;         // PageSecurity sets it on every answer
        });
        RecordApi.Add(services);
        services.AddMcpServer().WithHttpTransport(static transport => transport.Stateless = true).WithTools<RecordTools>();
        WebApplication application = builder.Build();
        PageSecurity.Use(application, options, token);
        application.UseAntiforgery();
        AssetFiles.Map(application);
        ReadEndpoint.Map(application);
        RecordApi.Map(application);
        application.MapMcp("/mcp");
        application.MapRazorComponents<App>();
        return application;
    }

    /// <summary>Does beforehand, on one other thread, what the first story and the first lists would wait for.</summary>
    private static void Prepare(IServiceProvider services)
    {
        try
        {
            services.GetRequiredService<StoryReader>().Prepare();
            services.GetRequiredService<WholeRecord>().Prepare();
        }
#pragma warning disable CA1031 // The page that needs it tries again, and says what is wrong.
        catch (Exception)
        {
        }
#pragma warning restore CA1031
    }

    private static void Listen(KestrelServerOptions kestrel, ServeOptions options)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = ReadEndpoint.MostBytes;
        if (options.Address is null && options.Port != 0) kestrel.ListenLocalhost(options.Port, Secure);
        else kestrel.Listen(options.Address ?? IPAddress.Loopback, options.Port, Secure);

        void Secure(ListenOptions listen)
        {
            if (options.Certificate is not { } certificate) return;
            try
            {
                listen.UseHttps(X509Certificate2.CreateFromPemFile(certificate, options.Key));
            }
            catch (System.Security.Cryptography.CryptographicException problem)
            {
                throw new IOException($"The certificate {certificate} can't be used: {problem.Message}", problem);
            }
        }
    }
}
