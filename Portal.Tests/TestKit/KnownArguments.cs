using System.Reflection;
using System.Text.Json.Nodes;
using Portal.Domain.Forms;
using Portal.Domain.Organisation;
using Portal.Tests.TestKit;
using Portal.Web.Operations.Areas;
using Portal.Web.Operations.Notices;
using Portal.Web.Operations.Tasks;
using Portal.Workflows.Definitions;
using Portal.Workflows.Runtime;

namespace Portal.Tests.TestKit;

/// <summary>Something sensible for every parameter of every operation, all of it about one field trip of group N03.</summary>
/// <param name="Person">Who acts.</param>
/// <param name="Audits">Entries of the trail about the case.</param>
internal sealed record KnownArguments(string Person, Guid Case, Guid Task, Guid File, Guid Cycle, Guid Decision, string Number, int Audits)
{
    private const string Reason = "Lý do đủ dài để được nhận";

    public object? For(ParameterInfo p, MethodInfo method) => Key(p, method) ?? Word(p, method) ?? Moment(p) ?? OfType(p, method);

    private object? Key(ParameterInfo p, MethodInfo method) => (p.Name, p.ParameterType) switch
    {
        (_, var t) when t == typeof(Actor) => new Actor(Person, Person),
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
        ("key", var t) when t == typeof(string) => "Reserve.WindowDays",
        _ => null,
    };

    private object? Word(ParameterInfo p, MethodInfo method) => (p.Name, p.ParameterType) switch
    {
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
        ("incident", _) =>
            new Incident
            {
                CaseId = Case,
                CaseNumber = Number,
                Number = 1,
                StepId = "review",
                Kind = "x",
                Message = "x",
                At = new DateTime(2026, 10, 5, 1, 0, 0, DateTimeKind.Utc)
            },
        ("submission", _) => new Submission("Contacted", FormInput.ToJson(Trips.Contact(new DateTime(2026, 10, 5, 7, 0, 0)))),
        ("form", _) => FormInput.ToJson(Trips.Reason()),
        _ => null,
    };

    private static object? Moment(ParameterInfo p) => (p.Name, p.ParameterType) switch
    {
        ("from", var t) when t == typeof(DateTime) => new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc),
        ("to", var t) when t == typeof(DateTime) => new DateTime(2026, 12, 31, 0, 0, 0, DateTimeKind.Utc),
        ("month" or "date" or "since", var t) when t == typeof(DateOnly) => new DateOnly(2026, 11, 1),
        ("year", _) => 2026,
        ("max" or "size", _) => 50,
        _ => null,
    };

    private object? OfType(ParameterInfo p, MethodInfo method) => (p.Name, p.ParameterType) switch
    {
        (_, var t) when t == typeof(string) => Reason,
        (_, var t) when t == typeof(DryRun) => null,
        (_, var t) when t == typeof(Func<Portal.Domain.Administration.Workbook.WorkbookColumn, string, string?>) =>
            (Func<Portal.Domain.Administration.Workbook.WorkbookColumn, string, string?>)((_, _) => null),
        (_, var t) when p.HasDefaultValue && (t.IsClass || t.Name.StartsWith("IProgress", StringComparison.Ordinal)) => null,
        (_, var t) when t == typeof(JsonObject) => new JsonObject(),
        (_, var t) when t.IsAssignableFrom(typeof(Dictionary<string, string>)) => new Dictionary<string, string>(),
        (_, var t) when t.IsInterface && t.IsGenericType => Array.CreateInstance(t.GetGenericArguments()[0], 0),
        ("choices", _) => new MailChoices("", new Dictionary<Portal.Domain.Cases.NotificationClass, Portal.Domain.Cases.MailTiming>()),
        (_, var t) when t.IsValueType => Activator.CreateInstance(t),
        (_, var t) when t.IsClass =>
            Activator.CreateInstance(t, [.. t.GetConstructors()[0].GetParameters().Select(c => PartFor(c, method))]),
        _ => null,
    };

    private object? PartFor(ParameterInfo part, MethodInfo method)
    {
        if (part.HasDefaultValue)
        {
            return part.DefaultValue;
        }

        return part.ParameterType == typeof(string) ? "" : For(part, method);
    }

    private static string ShippedProcessText => Portal.Workflows.ShippedProcesses.Definitions().First(d => d.Key == "leader-task").Json;
}
