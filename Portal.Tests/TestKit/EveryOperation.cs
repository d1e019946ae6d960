using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Domain.Cases;
using Portal.Domain.Forms;
using Portal.Domain.Organisation;
using Portal.Web.Operations;
using Portal.Web.Processes;

namespace Portal.Tests.TestKit;

/// <summary>Every operation that takes who acts, of the shared floors and of all modules: found, never listed.</summary>
internal static class EveryOperation
{
    /// <summary>A trip on its way, with a comment, a file, a draft and a decision, each with a text in it to be looked for.</summary>
    public static async Task<KnownArguments> PrepareAsync(TestPortal portal, string person, string text)
    {
        var id = (await portal.StartAsync("field-trip", Trips.Member, Trips.Notice() with { Purpose = text })).Value.CaseId;
        await portal.MustAsync(id, "review", Trips.Leader, "AcknowledgeWithDirective", Trips.Opinion(text));
        Assert.True((await portal.Acts.CommentAsync(portal.Person(Trips.Lead), id, new Remark(text, HoldsNoSecret: true))).IsSuccess);
        Assert.True((await portal.Acts.SaveDraftAsync(portal.Person(Trips.Member), "start:field-trip", "trip-notice",
            FormInput.ToJson(Trips.Notice() with { Purpose = text }), "")).IsSuccess);
        using var content = new MemoryStream("%PDF-1.7 noi dung"u8.ToArray());
        var file = (await portal.Acts.UploadAsync(portal.Person(Trips.Member), $"{text}.pdf", content)).Value;
        var cycle = await portal.CycleAsync();
        return new KnownArguments(
            person, id, (await portal.OpenTaskAsync(id, "contact")).Id, file.Id, cycle,
            await portal.ReadAsync(db => db.Decisions.Where(d => d.CaseId == id).Select(d => d.Id).FirstAsync()),
            await portal.ReadAsync(db => db.Cases.Where(c => c.Id == id).Select(c => c.Number).SingleAsync()),
            await portal.ReadAsync(db => db.AuditEntries.CountAsync(a => a.CaseId == id)));
    }

    public static IEnumerable<(object Service, MethodInfo Method)> Operations(TestPortal portal) =>
        from type in typeof(PortalOperations).Assembly.GetTypes()
        where type.Namespace is { } space
            && Regex.IsMatch(space, @"^Portal\.Web\.(Operations|Processes)")
            && type is { IsClass: true, IsAbstract: false }
            && type != typeof(PortalOperations)
        orderby type.Name
        from method in type.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly)
        where method.GetParameters() is [{ } first, ..] && first.ParameterType == typeof(Actor)
        let service = portal.Services.GetService(type)
            ?? portal.Services.GetServices<ProcessScreens>().FirstOrDefault(s => s.GetType() == type)
        select (service ?? throw new InvalidOperationException($"{type.Name} takes an actor and is no service."), method);

    public static async Task<object?> CallAsync(object service, MethodInfo method, KnownArguments known)
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
}
