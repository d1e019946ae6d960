using Portal.Workflows.Definitions;
using Portal.Workflows.Engine;
using Portal.Workflows.UserTasks;

namespace Portal.Workflows.Authoring;

/// <summary>What differs between two versions of a process, step by step.</summary>
public static class DefinitionDifference
{
    public static IReadOnlyList<Difference> Between(WorkflowDefinition before, WorkflowDefinition after)
    {
        var found = new List<Difference>();
        if (before.Name != after.Name)
        {
            found.Add(new Difference("Name", "", "", before.Name, after.Name));
        }

        var (compiledBefore, compiledAfter) = (new CompiledDefinition(before), new CompiledDefinition(after));
        var (old, now) = (Outline.Of(compiledBefore), Outline.Of(compiledAfter));
        var was = old.ToDictionary(s => s.Path);
        foreach (var step in now)
        {
            if (!was.Remove(step.Path, out var earlier))
            {
                found.Add(new Difference("Added", step.Title, step.Path, "", step.Title));
                continue;
            }

            Compare(found, earlier, step);
            if (step.Settings is null || earlier.Settings is null)
            {
                CompareInputs(found, compiledBefore.At(step.Path)!, compiledAfter.At(step.Path)!);
            }
        }

        found.AddRange(old.Where(s => was.ContainsKey(s.Path)).Select(s => new Difference("Removed", s.Title, s.Path, s.Title, "")));
        return found;
    }

    private static void Compare(List<Difference> found, OutlineStep before, OutlineStep after)
    {
        void Add(string code, string was, string now)
        {
            if (was != now)
            {
                found.Add(new Difference(code, after.Title, after.Path, was, now));
            }
        }

        Add("Title", before.Title, after.Title);
        if (before.Settings is { } b && after.Settings is { } a)
        {
            Add("Instructions", b.Instructions, a.Instructions);
            Add("Who", string.Join(", ", b.Who), string.Join(", ", a.Who));
            Add("Due", Due(b.Due), Due(a.Due));
            Add("Reminders", b.Reminders is null ? "" : string.Join(", ", b.Reminders),
                a.Reminders is null ? "" : string.Join(", ", a.Reminders));
            Add("Timeout", $"{b.OnTimeout.Do} {string.Join(", ", b.OnTimeout.To)}".Trim(),
                $"{a.OnTimeout.Do} {string.Join(", ", a.OnTimeout.To)}".Trim());
            Add("Form", b.Form ?? "", a.Form ?? "");
            Add("RequiredFields", FormFields(b.Form, b.RequiredFields), FormFields(a.Form, a.RequiredFields));
            Add("HiddenFields", FormFields(b.Form, b.HiddenFields), FormFields(a.Form, a.HiddenFields));
            Add("LegalBasis", string.Join(", ", b.LegalBasis), string.Join(", ", a.LegalBasis));
            foreach (var (key, was, now) in Matched(b.Outcomes, a.Outcomes, o => o.Key))
            {
                Add(CodeOf(was, now, "OutcomeAdded", "OutcomeRemoved", "Outcome"),
                    was is null ? "" : Outcome(was), now is null ? "" : Outcome(now));
            }

            foreach (var (key, was, now) in Matched(b.Fields, a.Fields, f => f.Name))
            {
                Add(CodeOf(was, now, "FieldAdded", "FieldRemoved", "Field"),
                    was is null ? "" : Field(was), now is null ? "" : Field(now));
                foreach (var (code, said) in FieldSettings)
                {
                    if (was is not null && now is not null)
                    {
                        Add(code, Named(was, said(was, b.Form)), Named(now, said(now, a.Form)));
                    }
                }
            }

            var kept = b.Fields.Select(f => f.Name).Intersect(a.Fields.Select(f => f.Name)).ToHashSet();
            Add("FieldOrder", InOrder(b.Fields, kept), InOrder(a.Fields, kept));
        }

        // Where it leads, by titles: the ids say nothing.
        foreach (var (port, was, now) in Matched(before.Leads, after.Leads, l => l.Port))
        {
            Add("Leads", was.Port is null ? "" : $"{Label(before, port)} → {was.ToTitle}",
                now.Port is null ? "" : $"{Label(after, port)} → {now.ToTitle}");
        }
    }

    // What an automatic or computed step is told, as it stands in the document.
    private static void CompareInputs(List<Difference> found, CompiledActivity before, CompiledActivity after)
    {
        if (before.Node.Type != after.Node.Type)
        {
            found.Add(new Difference("Type", after.Node.DisplayName, after.Path, before.Node.Type, after.Node.Type));
        }

        var (was, now) = (Scripts(before), Scripts(after));
        foreach (var name in was.Keys.Union(now.Keys))
        {
            var (b, a) = (was.GetValueOrDefault(name, ""), now.GetValueOrDefault(name, ""));
            if (b != a)
            {
                found.Add(new Difference(name.StartsWith("condition", StringComparison.Ordinal) ? "Condition" : "Input",
                    after.Node.DisplayName, after.Path, b, a));
            }
        }
    }

    private static Dictionary<string, string> Scripts(CompiledActivity activity) =>
        activity.Inputs.Where(i => i.Value is not null).Select(i => (i.Key, i.Value!.Source))
            .Concat((activity.Type?.InnerExpressions(activity.Node) ?? []).Select(e => ($"condition {e.Place}", e.Expression.Source)))
            .ToDictionary(e => e.Item1, e => e.Item2);

    private static string CodeOf(object? before, object? after, string added, string removed, string changed)
    {
        if (before is null)
        {
            return added;
        }

        return after is null ? removed : changed;
    }

    private static IEnumerable<(string Key, T? Before, T? After)> Matched<T>(
        IReadOnlyList<T> before, IReadOnlyList<T> after, Func<T, string> key) =>
        before
            .Select(key)
            .Union(after.Select(key))
            .Select(k => (k, before.FirstOrDefault(b => key(b) == k), after.FirstOrDefault(a => key(a) == k)));

    /// <summary>A deadline in short: <c>2 wd</c>, <c>8 wh</c>, a fact's name; empty without one.</summary>
    public static string Due(DueRule? due)
    {
        var time = due switch
        {
            { WorkingDays: { } days } => $"{days} wd",
            { WorkingHours: { } hours } => $"{hours} wh",
            _ => due?.At ?? "",
        };
        return due?.NotAfter is { } limit ? $"{time} ≤ {limit}" : time;
    }

    private static string Label(OutlineStep step, string port) =>
        step.Settings?.Outcomes.FirstOrDefault(o => o.Key == port)?.Label is { Length: > 0 } label ? label : port;

    // With the form's key, so that the field can be called by its label.
    private static string FormFields(string? form, IReadOnlyList<string> names) => string.Join(", ", names.Select(n => $"{form}.{n}"));

    private static string Outcome(StepOutcome outcome) => outcome.Label + (outcome.CommentRequired ? " (*)" : "");

    /// <summary>What an extra field has besides its kind, each told apart: options, hint and the like.</summary>
    private static readonly (string Code, Func<ExtraField, string?, string> Said)[] FieldSettings =
    [
        ("FieldOptions", (f, _) => string.Join("; ", f.Options)),
        ("FieldHint", (f, _) => f.Hint),
        ("FieldDefault", (f, _) => f.Default ?? ""),
        ("FieldFormat", (f, _) => f.Format ?? ""),
        ("FieldPage", (f, form) => f.Page is null ? "" : $"{form}.{f.Page}"),
    ];

    private static string Named(ExtraField field, string said) => said.Length == 0 ? "" : $"{field.Label}: {said}";

    private static string InOrder(IReadOnlyList<ExtraField> fields, IReadOnlySet<string> kept) =>
        string.Join(" – ", fields.Where(f => kept.Contains(f.Name)).Select(f => f.Label));

    private static string Field(ExtraField field)
    {
        var required = field.Required ? ", *" : "";
        var range = field.Min is null && field.Max is null ? "" : $", {field.Min}…{field.Max}";
        return $"{field.Label} ({field.Kind}{required}{range})";
    }
}
