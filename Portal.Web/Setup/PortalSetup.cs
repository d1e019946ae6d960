using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption.ConfigurationModel;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using MudBlazor.Services;
using Portal.Web.Api;
using Portal.Web.Jobs;
using Portal.Web.Monitoring;
using Portal.Web.Documents;
using Portal.Web.Operations;
using Portal.Web.Operations.Administration;
using Portal.Web.Operations.Areas;
using Portal.Web.Operations.Audit;
using Portal.Web.Operations.Authoring;
using Portal.Web.Operations.Calendar;
using Portal.Web.Operations.Cases;
using Portal.Web.Operations.Files;
using Portal.Web.Operations.Incidents;
using Portal.Web.Operations.Lists;
using Portal.Web.Operations.Notices;
using Portal.Web.Operations.People;
using Portal.Web.Operations.FollowUps;
using Portal.Web.Operations.ReportItems;
using Portal.Web.Operations.Searching;
using Portal.Web.Operations.Settings;
using Portal.Web.Operations.Tasks;
using Portal.Web.Persistence;
using Portal.Web.Persistence.Sqlite;
using Portal.Web.Processes;
using Portal.Web.Persistence.Sealing;
using Portal.Web.Security;
using Portal.Web.Texts;
using Portal.Workflows;
using Portal.Workflows.Engine;
using Portal.Workflows.Runtime;

namespace Portal.Web.Setup;

/// <summary>What the portal is composed of, one method a concern.</summary>
public static class PortalSetup
{
    /// <summary>All of the portal.</summary>
    public static void AddPortal(this WebApplicationBuilder builder)
    {
        builder.AddPortalOptions();
        builder.AddClock();
        builder.AddMonitoring();
        builder.Services.AddPersistence();
        builder.Services.AddUseCases();
        builder.Services.AddKeys();
        builder.Services.AddSignIn(builder.Configuration.GetSection("OpenIdConnect").Get<SignInProviderOptions>() ?? new());
        builder.Services.AddScreens();
        builder.Services.AddApi();
    }

    private static void AddPortalOptions(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<DataOptions>().BindConfiguration("Data").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddOptions<MailOptions>().BindConfiguration("Mail").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddOptions<SecurityOptions>().BindConfiguration("Security").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddOptions<SignInProviderOptions>().BindConfiguration("OpenIdConnect").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddOptions<VirusScanOptions>().BindConfiguration("VirusScan").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddOptions<BackupOptions>().BindConfiguration("Backup").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddOptions<DemoOptions>().BindConfiguration("Demo").ValidateOnStart();
    }

    /// <summary>One clock for all: it is registered before anything that would bring the machine's along.</summary>
    private static void AddClock(this WebApplicationBuilder builder)
    {
        var today = builder.Configuration[ClockOptions.Key] ?? "";
        builder.Services.AddOptions<ClockOptions>().Configure(o => o.Today = today).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton(ClockOptions.ClockFrom(today));
    }

    private static void AddPersistence(this IServiceCollection services)
    {
        // Identity's stores ask for a scoped context; everything else goes through PortalOperations.
        services.AddDbContext<PortalDbContext>((provider, options) =>
            options.UsePortalSqlite(
                provider.GetRequiredService<IOptions<DataOptions>>().Value.DatabaseFile, provider.GetRequiredService<ContentCipher>()),
            optionsLifetime: ServiceLifetime.Singleton);
        services.AddSingleton<CommitGate>();
        services.AddSingleton<FoundDamage>();
        services.AddSingleton<ContextPool>();
        services.AddSingleton<ContentCipher>();
        services.AddSingleton<TrailKeys>();
        services.AddSingleton<VirusScan>();
        services.AddSingleton<AttachmentFiles>();
        services.AddSingleton<UnsentFiles>();
    }

    private static void AddUseCases(this IServiceCollection services)
    {
        foreach (var process in ShippedProcesses.All)
        {
            services.AddSingleton(process);
        }

        services.AddSingleton<ProcessCatalogue>();
        services.AddSingleton<CompiledDefinitions>();
        services.AddSingleton<IWorkflowEngine, Runner>();
        services.AddSingleton<ReferenceCache>();
        services.AddSingleton<CaseFeed>();
        services.AddSingleton<PortalOperations>();
        services.AddProcessModules();
        services.AddSingleton<CaseQueries>();
        services.AddSingleton<OwnRegister>();
        services.AddSingleton<TaskQueries>().AddSingleton<GroupWork>();
        services.AddSingleton<NotificationQueries>();
        services.AddSingleton<SavedViews>();
        services.AddSingleton<IncidentQueries>();
        services.AddSingleton<UploadLimit>();
        services.AddSingleton<RequestTurns>();
        services.AddSingleton<CaseActs>();
        services.AddSingleton<CaseQuestions>();
        services.AddSingleton<CoAuthors>();
        services.AddSingleton<Operations.Compliance.ComplianceList>();
        services.AddSingleton<TaskActs>();
        services.AddSingleton<BulkDecisions>();
        services.AddSingleton<Absences>();
        services.AddSingleton<Schedule>();
        services.AddSingleton<CalendarOpenings>();
        services.AddSingleton<CalendarFeeds>();
        services.AddSingleton<WeekProgramme>();
        services.AddSingleton<AreaQueries>();
        services.AddSingleton<ReportItemQueries>().AddSingleton<ReportItemActs>().AddSingleton<ReportItemFiles>();
        services.AddFollowUps();
        services.AddSingleton<OrganisationAdministration>();
        services.AddSingleton<OrganisationImports>();
        services.AddSingleton<OrganisationRequests>();
        services.AddSingleton<SetupAssistant>();
        services.AddSingleton<RegulationAdministration>();
        services.AddSingleton<ProcessDesign>();
        services.AddSingleton<DryRuns>();
        services.AddSingleton<ScenarioRuns>();
        services.AddSingleton<Replays>();
        services.AddSingleton<ProcessMigration>();
        services.AddSingleton<Registry>();
        services.AddSingleton<AccountAdministration>();
        services.AddSingleton<Backups>();
        services.AddSingleton<CalendarAdministration>();
        services.AddSingleton<ISearchIndex, SqliteSearchIndex>();
        services.AddSingleton<Search>();
        services.AddSingleton<FileReader>();
        services.AddSingleton<IMailTransport, SmtpTransport>();
        services.AddSingleton<MailOutbox>();
        services.AddSingleton<AuditQueries>();
        services.AddSingleton<TrailAnchors>();
        services.AddSingleton<SettingsActs>();
        services.AddSingleton<StartableProcesses>();
        services.AddHostedService<TimeKeeper>();
    }

    /// <summary>Contacts, guidance, and what else is noted and followed up.</summary>
    private static void AddFollowUps(this IServiceCollection services)
    {
        foreach (var source in FollowedSources.All)
        {
            services.AddSingleton(source);
        }

        services.AddSingleton<FollowUpQueries>().AddSingleton<FollowUpActs>().AddSingleton<FollowUpFiles>().AddSingleton<QuietAreas>();
        services.AddSingleton<AreaBookActs>();
    }

    private static void AddSignIn(this IServiceCollection services, SignInProviderOptions provider)
    {
        services.AddCascadingAuthenticationState();
        OpenIdConnect.AddProvider(services.AddSchemes(), provider);
        services.AddCookieRules();
        services.AddSingleton<Sessions>();
        services.AddRateLimits();
        services.AddAccounts();
        services.AddPolicies();
        services.AddSingleton<AccountCheck>();
        services.AddScoped<Microsoft.AspNetCore.Components.Authorization.AuthenticationStateProvider, CircuitRevalidation>();
        services.AddScoped<Microsoft.AspNetCore.Components.Server.Circuits.CircuitHandler, SessionCircuit>();
        services.AddScoped<CurrentActor>();
        services.AddSingleton<FirstAdministrator>();
        services.AddSingleton<SignInAttempts>();
        services.AddSingleton<SessionChanges>();
        services.AddSingleton<KnownDevices>();
        services.AddScoped(p => (StaffSignIn)p.GetRequiredService<SignInManager<UserAccount>>());
        services.AddScoped<Accounts>();
        services.AddScoped<TwoFactor>();
        services.AddHttpContextAccessor();
    }

    private static AuthenticationBuilder AddSchemes(this IServiceCollection services) =>
        services.AddAuthentication(IdentityConstants.ApplicationScheme)
            .AddCookie(IdentityConstants.ApplicationScheme, options =>
            {
                options.Cookie.HttpOnly = true;
                options.Cookie.SameSite = SameSiteMode.Lax;
                options.LoginPath = "/dang-nhap";
                options.AccessDeniedPath = "/khong-co-quyen";
                options.ReturnUrlParameter = "ve";
                options.SlidingExpiration = true;
                options.Events.OnSigningIn = AccountCheck.OpenAsync;
                options.Events.OnValidatePrincipal = AccountCheck.ValidateAsync;
                options.Events.OnRedirectToLogin = context => AnswerApiPlainlyAsync(context, StatusCodes.Status401Unauthorized);
                options.Events.OnRedirectToAccessDenied = context => AnswerApiPlainlyAsync(context, StatusCodes.Status403Forbidden);
            })
            .AddCookie(IdentityConstants.TwoFactorUserIdScheme, options =>
            {
                // The cookie of a person who has given the password but not yet the code.
                options.Cookie.HttpOnly = true;
                options.Cookie.SameSite = SameSiteMode.Strict;
                options.ExpireTimeSpan = TimeSpan.FromMinutes(5);
            })
            .AddCookie(IdentityConstants.TwoFactorRememberMeScheme)
            .AddBearerToken(IdentityConstants.BearerScheme, options => options.BearerTokenExpiration = TimeSpan.FromHours(1));

    /// <summary>How the cookies are named, and that none goes over a plain line where there is HTTPS.</summary>
    private static void AddCookieRules(this IServiceCollection services)
    {
        foreach (var (scheme, name) in new[]
        {
            (IdentityConstants.ApplicationScheme, "portal.session"),
            (IdentityConstants.TwoFactorUserIdScheme, "portal.code"),
        })
        {
            services.AddOptions<CookieAuthenticationOptions>(scheme).Configure<IOptions<SecurityOptions>>((cookie, security) =>
            {
                // With this prefix a browser takes the cookie from this host alone, and only over HTTPS.
                cookie.Cookie.Name = security.Value.Https ? $"__Host-{name}" : name;
                cookie.Cookie.SecurePolicy = security.Value.Https ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
            });
        }

        services.AddOptions<Microsoft.AspNetCore.Antiforgery.AntiforgeryOptions>().Configure<IOptions<SecurityOptions>>((form, security) =>
        {
            form.Cookie.Name = security.Value.Https ? "__Host-portal.form" : "portal.form";
            form.Cookie.SecurePolicy = security.Value.Https ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        });
        services.AddHsts(hsts => (hsts.MaxAge, hsts.IncludeSubDomains) = (TimeSpan.FromDays(365), true));
    }

    private static void AddAccounts(this IServiceCollection services)
    {
        // Before Identity's own, which is only added where there is none.
        services.AddScoped<IPasswordHasher<UserAccount>, NormalizedPasswords>();

        // What OWASP advises for PBKDF2 with HMAC-SHA-512 (ASVS 11.4.2); an older password is stretched anew at its next sign-in.
        services.Configure<PasswordHasherOptions>(h => h.IterationCount = 210_000);
        services.AddScoped<ILookupNormalizer, AccountNames>();
        services.AddIdentityCore<UserAccount>(options =>
            {
                options.Password.RequiredLength = 10;
                options.Password.RequireNonAlphanumeric =
                    options.Password.RequireDigit = options.Password.RequireLowercase = options.Password.RequireUppercase = false;
                // Wrong codes of the second factor; wrong passwords are counted by SignInAttempts.
                options.Lockout.MaxFailedAccessAttempts = 5;
                options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
                options.User.RequireUniqueEmail = false;
            })
            .AddUserStore<AccountStore>()
            .AddErrorDescriber<VietnameseIdentityErrors>()
            .AddPasswordValidator<PasswordWords>()
            .AddPasswordValidator<BreachedPasswords>()
            .AddSignInManager<StaffSignIn>()
            .AddClaimsPrincipalFactory<PersonClaims>()
            .AddDefaultTokenProviders()
            .AddTokenProvider<OneTimeCodes>(TokenOptions.DefaultAuthenticatorProvider);
    }

    private static void AddPolicies(this IServiceCollection services)
    {
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build())
            .AddPolicy(Policies.SignedIn, p => p.RequireAuthenticatedUser())
            .AddPolicy(Policies.Administrator, p => p.RequireAuthenticatedUser()
                .AddRequirements(new RoleToday(Domain.Organisation.Role.SystemAdministrator)))
            .AddPolicy(Policies.Administration, p => p.RequireAuthenticatedUser()
                .AddRequirements(new RoleToday(Domain.Organisation.Role.SystemAdministrator, Domain.Organisation.Role.HeadOfCommittee)))
            .AddPolicy(Policies.Design, p => p.RequireAuthenticatedUser()
                .AddRequirements(new RoleToday(
                    Domain.Organisation.Role.ProcessDesigner,
                    Domain.Organisation.Role.SystemAdministrator,
                    Domain.Organisation.Role.HeadOfCommittee,
                    Domain.Organisation.Role.DeputyHead,
                    Domain.Organisation.Role.ComplianceOfficer)))
            .AddPolicy(Policies.Api, p => p.RequireAuthenticatedUser()
                .AddAuthenticationSchemes(IdentityConstants.BearerScheme)
                .AddRequirements(new AccountStillValid()));
        services.AddSingleton<IAuthorizationHandler, RoleTodayHandler>();
        services.AddSingleton<IAuthorizationHandler, AccountStillValidHandler>();
    }

    /// <summary>One event of a page: a text that was pasted, up to three bytes a letter (<see cref="Shared.Fields.TextBox"/>).</summary>
    private const long MostBytesOfMessage = 256 * 1024;

    /// <summary>Keys outlive a restart, so that nobody is signed out by one.</summary>
    private static void AddKeys(this IServiceCollection services)
    {
        // A key names its algorithm: what older keys sealed is still opened by them.
        services.AddDataProtection().SetApplicationName("Portal")
            .UseCryptographicAlgorithms(new AuthenticatedEncryptorConfiguration { EncryptionAlgorithm = EncryptionAlgorithm.AES_256_GCM });
        services.AddOptions<Microsoft.AspNetCore.DataProtection.KeyManagement.KeyManagementOptions>()
            .Configure<IOptions<DataOptions>, ILoggerFactory>((keys, data, log) =>
                keys.XmlRepository = new Microsoft.AspNetCore.DataProtection.Repositories.FileSystemXmlRepository(
                    Directory.CreateDirectory(data.Value.KeyFolder), log));
    }

    private static void AddScreens(this IServiceCollection services)
    {
        services.AddRazorComponents().AddInteractiveServerComponents()
            .AddHubOptions(o => o.MaximumReceiveMessageSize = MostBytesOfMessage);

        // Only what is the same for everybody: compressing pages would tell of their secrets by size. MudBlazor's files under their
        // lasting addresses have no compressed twin as the portal's own have.
        services.AddResponseCompression(o =>
        {
            o.EnableForHttps = true;
            o.MimeTypes = ["text/css", "text/javascript"];
        });
        services.Configure<Microsoft.AspNetCore.ResponseCompression.BrotliCompressionProviderOptions>(
            o => o.Level = System.IO.Compression.CompressionLevel.Optimal);
        services.Configure<Microsoft.AspNetCore.ResponseCompression.GzipCompressionProviderOptions>(
            o => o.Level = System.IO.Compression.CompressionLevel.Optimal);
        services.AddTransient<MudBlazor.MudLocalizer, Texts.MudTexts>();
        services.AddMudServices(options =>
        {
            options.SnackbarConfiguration.PositionClass = MudBlazor.Defaults.Classes.Position.BottomCenter;
            options.SnackbarConfiguration.VisibleStateDuration = 6000;
        });

        // Vietnamese stays readable in the page source instead of turning into entities.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddSingleton<TextCatalogue>();
        services.AddSingleton<Shared.Layout.ThemeSheet>();
        services.AddSingleton<Localizer>();
        services.Configure<RequestLocalizationOptions>(options =>
        {
            var cultures = new[] { CultureInfo.GetCultureInfo("vi-VN"), CultureInfo.GetCultureInfo("en-GB") };
            options.DefaultRequestCulture = new("vi-VN");
            options.SupportedCultures = options.SupportedUICultures = cultures;
            options.RequestCultureProviders = [new Microsoft.AspNetCore.Localization.CookieRequestCultureProvider()];
        });
    }

    private static Task AnswerApiPlainlyAsync(
        Microsoft.AspNetCore.Authentication.RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        if (context.HttpContext.IsApi())
        {
            context.Response.StatusCode = status;
        }
        else
        {
            // Without the host: what a request says of it is not to be trusted.
            context.Response.Redirect(new Uri(context.RedirectUri).PathAndQuery);
        }

        return Task.CompletedTask;
    }
}
