using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.JSInterop;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Domain.Organisation;
using Portal.Tests.TestKit;
using Portal.Web.Operations;
using Portal.Web.Processes;
using Portal.Workflows.Definitions;
using Portal.Workflows.Runtime;

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
        "/dang-nhap", "/dang-nhap/ma", "/dang-nhap/chung", "/dang-nhap/chung/xong", "/khong-co-quyen", "/khong-tim-thay", "/thiet-lap", "/ngon-ngu", "/theme.css", "/lich/{secret}.ics",
        "/openapi/{documentName}.json", "/health/live", "/health/ready", "/api/v1/token",
    ];

    /// <summary>What anybody on the staff may do: their own things, and what all may know. Each was thought about; none gives the canary.</summary>
    private static readonly string[] ForEverybody =
    [
        // One's own.
        "Absences.MineAsync", "AuditQueries.ExportAsync", "CalendarFeeds.MakeAsync", "CalendarFeeds.RevokeAsync", "CaseActs.DiscardDraftAsync", "CaseActs.SaveDraftAsync", "CaseActs.UploadAsync",
        "NotificationQueries.ChoicesAsync", "NotificationQueries.ChooseAsync", "NotificationQueries.MarkReadAsync", "TaskQueries.CountsAsync",

        // What is filtered row by row: an answer without rows of others, and each refused item named.
        "BulkDecisions.DecideAsync", "FieldTripScreens.SourceAsync", "Search.FindAsync", "ReviewCycles.BoardAsync", "ReviewCycles.CyclesAsync", "TripPlans.BoardAsync",

        // What all may know: an area with its people, and when somebody is taken, without for what.
        "AreaQueries.FindAsync", "Schedule.OfAsync",
    ];

    [Fact]
    public async Task Every_address_states_who_may_come_and_only_these_take_anybody()
    {
        await using var portal = await TestPortal.CreateAsync();
        var endpoints = portal.Endpoints().Where(e => !IsFile(e)).ToList();
        Assert.True(endpoints.Count > 60, string.Join(' ', endpoints.Select(e => e.RoutePattern.RawText)));
        var open = endpoints.Where(e => e.Metadata.GetMetadata<IAllowAnonymous>() is not null).Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/')).Distinct();
        Assert.Equal(Anonymous.Order(StringComparer.Ordinal), open.Order(StringComparer.Ordinal));

        // The rest names its policy, or is the line of a page that did; the fallback is a signed-in person.
        var unnamed = endpoints.Where(e => e.Metadata.GetMetadata<IAllowAnonymous>() is null && !e.Metadata.OfType<IAuthorizeData>().Any(a => a.Policy is not null)).Select(e => e.RoutePattern.RawText!).Distinct().Order(StringComparer.Ordinal);
        Assert.All(unnamed, path => Assert.Matches("^/(_blazor|\\{\\*\\*path:file\\})", "/" + path.TrimStart('/')));
        Assert.NotNull((await portal.Services.GetRequiredService<IAuthorizationPolicyProvider>().GetFallbackPolicyAsync())?.Requirements.OfType<Microsoft.AspNetCore.Authorization.Infrastructure.DenyAnonymousAuthorizationRequirement>().Single());
    }

    [Fact]
    public void Only_these_methods_can_be_called_from_a_script()
    {
        var callable = typeof(Program).Assembly.GetTypes().SelectMany(t => t.GetMethods(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(m => m.GetCustomAttribute<JSInvokableAttribute>() is not null).Select(m => $"{m.DeclaringType!.Name}.{m.Name}");
        Assert.Equal(["DesignDiagram.OnChosenAsync", "DesignDiagram.OnMovedAsync", "InboxPage.OnKeyAsync"], callable.Order(StringComparer.Ordinal));
        Assert.DoesNotContain(typeof(Program).Assembly.GetTypes(), t => t.IsSubclassOf(typeof(Microsoft.AspNetCore.SignalR.Hub)));
    }

    [Fact]
    public async Task Every_operation_refuses_an_outsider_or_was_thought_about_and_none_gives_the_content_away()
    {
        await using var portal = await TestPortal.CreateAsync();
        var known = await PrepareAsync(portal);
        var (succeeded, leaked, count) = (new List<string>(), new List<string>(), 0);
        foreach (var (service, method) in Operations(portal))
        {
            count++;
            var name = $"{method.DeclaringType!.Name}.{method.Name}";
            var result = await CallAsync(service, method, known);
            if (Texts(result, []).Any(t => t.Contains(Canary, StringComparison.Ordinal)))
            {
                leaked.Add(name);
            }

            if (!IsRefused(result))
            {
                succeeded.Add(name);
            }
        }

        Assert.True(count > 80, $"{count} operations");
        Assert.Empty(leaked);
        Assert.Equal(string.Join('\n', ForEverybody.Order(StringComparer.Ordinal)), string.Join('\n', succeeded.Distinct().Order(StringComparer.Ordinal)));

        // And the case is as it was.
        Assert.Equal(known.Audits, await portal.ReadAsync(db => db.AuditEntries.CountAsync(a => a.CaseId == known.Case)));
    }

    private static bool IsFile(Microsoft.AspNetCore.Routing.RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.StaticAssets.StaticAssetDescriptor>() is not null
        || endpoint.RoutePattern.RawText!.StartsWith("_framework", StringComparison.Ordinal) || endpoint.RoutePattern.RawText.Contains("_framework/opaque-redirect", StringComparison.Ordinal);

    // Every text that can be reached from what an operation gave.
    private static IEnumerable<string> Texts(object? value, HashSet<object> seen)
    {
        if (value is string text)
        {
            return [text];
        }

        if (value is null || value.GetType() is { IsPrimitive: true } or { IsEnum: true } || value is Delegate or Type || !seen.Add(value))
        {
            return [];
        }

        if (value is JsonNode json)
        {
            return [json.ToJsonString(new System.Text.Json.JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping })];
        }

        if (value is IEnumerable list)
        {
            return list.Cast<object?>().SelectMany(v => Texts(v, seen)).ToList();
        }

        // The organisation is everybody's; a refusal has no value.
        return value.GetType().Namespace?.StartsWith("System", StringComparison.Ordinal) == true && value is not ITuple || value is Portal.Domain.Areas.OrganisationDirectory || IsRefused(value) ? []
            : value is ITuple tuple ? Enumerable.Range(0, tuple.Length).SelectMany(i => Texts(tuple[i], seen)).ToList()
            : value.GetType().GetProperties().Where(p => p.GetIndexParameters().Length == 0 && p.Name != "Refusal").SelectMany(p => Texts(p.GetValue(value), seen)).ToList();
    }

    private static async Task<Known> PrepareAsync(TestPortal portal)
    {
        var id = (await portal.StartAsync("field-trip", Trips.Member, Trips.Notice() with { Purpose = Canary })).Value.CaseId;
        await portal.MustAsync(id, "review", Trips.Leader, "AcknowledgeWithDirective", Trips.Opinion(Canary));
        Assert.True((await portal.Acts.CommentAsync(portal.Person(Trips.Lead), id, Canary)).IsSuccess);
        Assert.True((await portal.Acts.SaveDraftAsync(portal.Person(Trips.Member), "start:field-trip", "trip-notice", FormInput.ToJson(Trips.Notice() with { Purpose = Canary }), "")).IsSuccess);
        using var content = new MemoryStream("%PDF-1.7 noi dung"u8.ToArray());
        var file = (await portal.Acts.UploadAsync(portal.Person(Trips.Member), $"{Canary}.pdf", content)).Value;
        var cycle = await portal.CycleAsync();
        return new Known(
            id, (await portal.OpenTaskAsync(id, "contact")).Id, file.Id, cycle,
            await portal.ReadAsync(db => db.Decisions.Where(d => d.CaseId == id).Select(d => d.Id).FirstAsync()),
            await portal.ReadAsync(db => db.Cases.Where(c => c.Id == id).Select(c => c.Number).SingleAsync()),
            await portal.ReadAsync(db => db.AuditEntries.CountAsync(a => a.CaseId == id)));
    }

    private static IEnumerable<(object Service, MethodInfo Method)> Operations(TestPortal portal) =>
        from type in typeof(PortalOperations).Assembly.GetTypes()
        where type.Namespace is { } space && Regex.IsMatch(space, @"^Portal\.Web\.(Operations|Processes)") && type is { IsClass: true, IsAbstract: false } && type != typeof(PortalOperations)
        from method in type.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly)
        where method.GetParameters() is [{ } first, ..] && first.ParameterType == typeof(Actor)
        let service = portal.Services.GetService(type) ?? portal.Services.GetServices<ProcessScreens>().FirstOrDefault(s => s.GetType() == type)
        select (service ?? throw new InvalidOperationException($"{type.Name} takes an actor and is no service."), method);

    private static async Task<object?> CallAsync(object service, MethodInfo method, Known known)
    {
        var arguments = method.GetParameters().Select(p => known.For(p, method)).ToArray();
        dynamic task = method.Invoke(service, arguments)!;
        if (method.ReturnType.IsGenericType)
        {
            object? result = await task;
            return result;
        }

        await task;
        return null;
    }

    private static bool IsRefused(object? result) => result switch
    {
        null or false or 0 or "" => true,
        Result r => !r.IsSuccess,
        ITuple tuple => Enumerable.Range(0, tuple.Length).All(i => IsRefused(tuple[i])),
        IEnumerable list => !list.GetEnumerator().MoveNext(),
        _ when result.GetType().GetProperty("IsSuccess") is { } success => !(bool)success.GetValue(result)!,
        _ when result.GetType() is { IsGenericType: true } page && page.GetGenericTypeDefinition() == typeof(Page<>) => (int)page.GetProperty("Total")!.GetValue(result)! == 0,
        _ => false,
    };

    private sealed record Known(Guid Case, Guid Task, Guid File, Guid Cycle, Guid Decision, string Number, int Audits)
    {
        private const string Reason = "Lý do đủ dài để được nhận";

        public object? For(ParameterInfo p, MethodInfo method) => (p.Name, p.ParameterType) switch
        {
            (_, var t) when t == typeof(Actor) => new Actor(Outsider, Outsider),
            ("caseId" or "id", var t) when t == typeof(Guid) => Case,
            ("taskId", _) => Task,
            ("fileId", _) => File,
            ("cycleId", _) => Cycle,
            ("decisionId", _) => Decision,
            (_, var t) when t == typeof(Guid) => Case,
            ("taskIds", _) => new[] { Task },
            ("number", _) => Number,
            ("versionId" or "beforeId" or "afterId", _) => "field-trip-v1",
            ("definitionId" or "processKey" or "process", _) => "field-trip",
            ("areaId", _) => "A017",
            ("id", var t) when t == typeof(string) => method.DeclaringType == typeof(AreaQueries) ? "A017" : "S31",
            ("personId" or "rowId", _) => "S31",
            ("personIds", _) => new[] { Trips.Member },
            ("groupId", _) => "N03",
            ("register", _) => "staff",
            ("actKey", _) => "staff-edit",
            ("key", var t) when t == typeof(string) => "Task.DefaultDays",
            ("value", _) => "6",
            ("subject", _) => "start:field-trip",
            ("formKey", _) => "trip-notice",
            ("action", _) => "Acknowledge",
            ("items", _) => new[] { new BulkItem(Task, 1) },
            ("definition", _) => WorkflowDefinition.Read(ShippedProcessText),
            ("text", var t) when t == typeof(Func<string, string>) => (Func<string, string>)(k => k),
            ("text", _) when method.Name.StartsWith("Import", StringComparison.Ordinal) => ShippedProcessText,
            ("content", var t) when t == typeof(Stream) => new MemoryStream("%PDF-1.7 x"u8.ToArray()),
            ("fileName", _) => "a.pdf",
            ("name", _) when method.DeclaringType!.Name == "Backups" => "20261005-080000-000",
            ("incident", _) => new Incident { CaseId = Case, CaseNumber = Number, Number = 1, StepId = "review", Kind = "x", Message = "x", At = new DateTime(2026, 10, 5, 1, 0, 0, DateTimeKind.Utc) },
            ("submission", _) => new Submission("Contacted", FormInput.ToJson(Trips.Contact(new DateTime(2026, 10, 5, 7, 0, 0)))),
            ("form", _) => FormInput.ToJson(Trips.Reason()),
            ("from", var t) when t == typeof(DateTime) => new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc),
            ("to", var t) when t == typeof(DateTime) => new DateTime(2026, 12, 31, 0, 0, 0, DateTimeKind.Utc),
            ("month" or "date", var t) when t == typeof(DateOnly) => new DateOnly(2026, 11, 1),
            ("year" or "max" or "size", _) => p.Name == "year" ? 2026 : 50,
            (_, var t) when t == typeof(string) => Reason,
            (_, var t) when p.HasDefaultValue && t.IsClass => null,
            (_, var t) when t == typeof(JsonObject) => new JsonObject(),
            (_, var t) when t.IsAssignableFrom(typeof(Dictionary<string, string>)) => new Dictionary<string, string>(),
            (_, var t) when t.IsInterface && t.IsGenericType => Array.CreateInstance(t.GetGenericArguments()[0], 0),
            ("choices", _) => new MailChoices("", new Dictionary<Portal.Domain.Cases.NotificationClass, Portal.Domain.Cases.MailTiming>()),
            (_, var t) when t.IsValueType => Activator.CreateInstance(t),
            (_, var t) when t.IsClass => Activator.CreateInstance(t, [.. t.GetConstructors()[0].GetParameters().Select(c => c.HasDefaultValue ? c.DefaultValue : c.ParameterType == typeof(string) ? "" : For(c, method))]),
            _ => null,
        };

        private static string ShippedProcessText => Portal.Workflows.ShippedProcesses.Definitions().First(d => d.Key == "leader-task").Json;
    }
}
