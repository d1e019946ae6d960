using System.Globalization;
using Portal.Web.Setup;

// Outside of requests, in mail and in what runs by the clock, the portal speaks Vietnamese, whatever the machine does.
CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("vi-VN");

FilePermissions.KeepToOneself();

// Settings are read once: watching their folder would mean watching every write to the database in it.
var builder = WebApplication.CreateBuilder(new WebApplicationOptions
{
    Args = ["--hostBuilder:reloadConfigOnChange=false", .. Commands.Settings(args)],
    ContentRootPath = AppContext.BaseDirectory,
});
builder.WebHost.UseStaticWebAssets();
builder.WebHost.ConfigureKestrel(o => o.AddServerHeader = false);
builder.Host.UseDefaultServiceProvider(options => options.ValidateScopes = options.ValidateOnBuild = true);
builder.AddPortal();

var app = builder.Build();

try
{
    app.Services.GetRequiredService<Microsoft.Extensions.Options.IStartupValidator>().Validate();
    Startup.SayIfClockIsMoved(app.Services);
    if (Commands.Is(args))
    {
        return await Commands.RunAsync(args, app.Services);
    }

    app.UsePortal();
    using var held = DataLock.Acquire(app.Services);
    await Startup.PrepareAsync(app.Services);
    held.HoldDatabase(app.Services.GetRequiredService<Microsoft.Extensions.Options.IOptions<DataOptions>>().Value);
    await app.StartAsync();
    await Startup.AnnounceAsync(app);
    await app.WaitForShutdownAsync();
    return 0;
}
catch (Exception e) when (Startup.WhyRefused(e) is { } why)
{
    Console.Error.WriteLine(why);
    return 2;
}
finally
{
    // Sends the telemetry gathered so far and closes the files.
    await app.DisposeAsync();
}

/// <summary>Named for the tests that host the portal.</summary>
public partial class Program;
