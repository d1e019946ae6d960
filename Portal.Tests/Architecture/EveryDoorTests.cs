using System.Reflection;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.JSInterop;
using Portal.Tests.TestKit;

namespace Portal.Tests.Architecture;

/// <summary>
/// Starts from the list of all addresses, all methods that a browser may call and all operations, so that a new one without rights fails
/// here before anybody has thought of it.
/// </summary>
public class EveryDoorTests
{
    private const string Canary = "Nội dung chỉ người trong hồ sơ được biết";

    /// <summary>The lead of another group: on the staff, and concerned with nothing of what is tried.</summary>
    private const string Outsider = "S10";

    /// <summary>Open to whoever comes: signing in, what a page needs before it, health, and the calendar by its secret address.</summary>
    private static readonly string[] Anonymous =
    [
        "/dang-nhap", "/dang-nhap/ma", "/dang-nhap/chung", "/dang-nhap/chung/xong", "/khong-co-quyen", "/khong-tim-thay", "/thiet-lap",
        "/ngon-ngu", "/theme.css", "/lich/{secret}.ics",
        "/openapi/{documentName}.json", "/health/live", "/health/ready", "/api/v1/token",
    ];

    /// <summary>What anybody on the staff may do: their own things, and what all may know. Each was thought about; none gives the
    /// canary.</summary>
    private static readonly string[] ForEverybody =
    [
        // One's own.
        "Absences.MineAsync", "AuditQueries.ExportAsync", "AuditQueries.ListAsync", "CalendarFeeds.MakeAsync", "CalendarFeeds.RevokeAsync",
        "CaseActs.DiscardDraftAsync", "CoAuthors.OfAsync",
        "NotificationQueries.ChoicesAsync", "NotificationQueries.ChooseAsync", "NotificationQueries.MarkReadAsync",
        "SavedViews.SaveAsync", "TaskQueries.CountsAsync",

        // What is filtered row by row: an answer without rows of others, and each refused item named.
        "AreaBoardQueries.ChartsAsync", "AreaBoardQueries.ExportAsync", "AreaBoardQueries.ListAsync", "AreaBoardQueries.MonthsAsync",
        "AreaMonths.OfAsync", "AreaReportRegister.ExportAsync", "BulkDecisions.DecideAsync", "FollowUpQueries.ExportAsync",
        "ComplianceList.ExportAsync", "ReportItemQueries.ExportAsync", "Search.FindAsync",
        "ReviewCycles.BoardAsync", "ReviewCycles.CyclesAsync", "ReviewFollowing.ExportAsync", "ReviewFollowing.ListAsync",
        "Schedule.WeekAsync", "TripPlans.BoardAsync", "TripPlans.ExportAsync",

        // Units below the areas of one's own groups (Đ9.4).
        "TripSuggestions.NoticesAsync",

        // What is made of the case that the page has read for the person before.
        "FieldTripScreens.SourceAsync", "MeetingScreens.SourceAsync", "ReviewCycleScreens.SourceAsync",

        // What all may know: an area with its people, and when somebody is taken, without for what.
        "AreaQueries.FindAsync", "Schedule.OfAsync",
    ];

    [Fact]
    public async Task Every_address_states_who_may_come_and_only_these_take_anybody()
    {
        await using var portal = await TestPortal.CreateAsync();
        var endpoints = portal.Endpoints().Where(e => !IsFile(e)).ToList();
        Assert.True(endpoints.Count > 60, string.Join(' ', endpoints.Select(e => e.RoutePattern.RawText)));
        var open = endpoints
            .Where(e => e.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            .Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/'))
            .Distinct();
        Assert.Equal(Anonymous.Order(StringComparer.Ordinal), open.Order(StringComparer.Ordinal));

        // The rest names its policy, or is the line of a page that did; the fallback is a signed-in person.
        var unnamed = endpoints
            .Where(e =>
                e.Metadata.GetMetadata<IAllowAnonymous>() is null && !e.Metadata.OfType<IAuthorizeData>().Any(a => a.Policy is not null))
            .Select(e => e.RoutePattern.RawText!)
            .Distinct()
            .Order(StringComparer.Ordinal);
        Assert.All(unnamed, path => Assert.Matches("^/(_blazor|\\{\\*\\*path:file\\})", "/" + path.TrimStart('/')));
        Assert.NotNull((await portal.Services.GetRequiredService<IAuthorizationPolicyProvider>().GetFallbackPolicyAsync())
            ?.Requirements.OfType<Microsoft.AspNetCore.Authorization.Infrastructure.DenyAnonymousAuthorizationRequirement>()
            .Single());
    }

    [Fact]
    public void Only_these_methods_can_be_called_from_a_script()
    {
        const BindingFlags Everything = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;
        var callable = typeof(Program).Assembly.GetTypes()
            .SelectMany(t => t.GetMethods(Everything))
            .Where(m => m.GetCustomAttribute<JSInvokableAttribute>() is not null)
            .Select(m => $"{m.DeclaringType!.Name}.{m.Name}");
        Assert.Equal(
            [
                "DesignDiagram.OnChosenAsync", "DesignDiagram.OnConnectedAsync", "DesignDiagram.OnInsertEnded",
                "DesignDiagram.OnInsertWanted", "DesignDiagram.OnMovedAsync", "DesignDiagram.OnPastedAsync",
                "DesignDiagram.OnRedoneAsync", "DesignDiagram.OnRemovedAsync",
                "DesignDiagram.OnUndoneAsync", "InboxPage.OnKeyAsync",
            ],
            callable.Order(StringComparer.Ordinal));
        Assert.DoesNotContain(typeof(Program).Assembly.GetTypes(), t => t.IsSubclassOf(typeof(Microsoft.AspNetCore.SignalR.Hub)));
    }

    [Fact]
    public async Task Every_operation_refuses_an_outsider_or_was_thought_about_and_none_gives_the_content_away()
    {
        await using var portal = await TestPortal.CreateAsync();
        var known = await EveryOperation.PrepareAsync(portal, Outsider, Canary);
        var (succeeded, leaked, count) = (new List<string>(), new List<string>(), 0);
        foreach (var (service, method) in EveryOperation.Operations(portal))
        {
            count++;
            var name = $"{method.DeclaringType!.Name}.{method.Name}";
            var result = await EveryOperation.CallAsync(service, method, known);
            if (ResultTexts.Of(result).Any(t => t.Contains(Canary, StringComparison.Ordinal)))
            {
                leaked.Add(name);
            }

            if (!ResultTexts.IsRefused(result))
            {
                succeeded.Add(name);
            }
        }

        Assert.True(count > 80, $"{count} operations");
        Assert.Empty(leaked);
        Assert.Equal(string.Join('\n', ForEverybody.Order(StringComparer.Ordinal)),
            string.Join('\n', succeeded.Distinct().Order(StringComparer.Ordinal)));

        // And the case is as it was.
        Assert.Equal(known.Audits, await portal.ReadAsync(db => db.AuditEntries.CountAsync(a => a.CaseId == known.Case)));
    }

    private static bool IsFile(Microsoft.AspNetCore.Routing.RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.StaticAssets.StaticAssetDescriptor>() is not null
        || endpoint.RoutePattern.RawText!.StartsWith("_framework", StringComparison.Ordinal)
        || endpoint.RoutePattern.RawText.Contains("_framework/opaque-redirect", StringComparison.Ordinal);
}
