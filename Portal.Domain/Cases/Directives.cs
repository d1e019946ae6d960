using Portal.Domain.Common;
using Portal.Domain.Organisation;

namespace Portal.Domain.Cases;

/// <summary>Đ4.1-2: what a decision orders, in whatever form and process.</summary>
public static class Directives
{
    /// <summary>Each is for somebody of today's Committee, never for whoever gives it, and by a day to come.</summary>
    /// <returns>Null where nothing is wrong; else every fault at the field of its row.</returns>
    public static Refusal? WhyNot(IReadOnlyList<DirectiveInput> directives, CaseContext context)
    {
        var faults = directives.SelectMany((d, i) => FaultsOf(d, $"directives[{i}]", context)).ToList();
        return faults.Count > 0 ? Refusal.Invalid(faults) : null;
    }

    private static IEnumerable<FieldError> FaultsOf(DirectiveInput directive, string path, CaseContext context)
    {
        var assignee = directive.AssigneeId ?? "";
        if (context.Directory.Person(assignee) is not { } person || !person.IsValidOn(context.Today))
        {
            yield return new FieldError($"{path}.assigneeId", "Common.UnknownPerson", null, assignee);
        }
        else if (context.IsFor(assignee))
        {
            yield return new FieldError($"{path}.assigneeId", "Directive.NotToOneself");
        }

        if (directive.Due < context.Today)
        {
            yield return new FieldError($"{path}.due", "Common.InPast");
        }
    }
}
