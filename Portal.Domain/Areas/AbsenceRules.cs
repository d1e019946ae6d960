using System.Text.Json.Nodes;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Domain.Organisation;

namespace Portal.Domain.Areas;

/// <summary>S-13 and X-09: who may be away and name a substitute, and how.</summary>
public static class AbsenceRules
{
    public const string EveryProcess = "all";

    public const string SomeProcesses = "some";

    /// <summary>Longest period of one absence, days.</summary>
    public const int MaxDays = 366;

    private static readonly FormField[] Away =
    [
        new("from", FieldKind.Date) { Required = true },
        new("to", FieldKind.Date) { Required = true },
        new("reason", FieldKind.Text) { Required = true, MaxLength = 300 },
    ];

    private static readonly AbsenceFieldRules Rules = new(SchemaOf([]));

    /// <param name="processKeys">Processes that may be lent one by one.</param>
    /// <param name="mayDelegate">Only leaders and group leads name a substitute.</param>
    /// <param name="isHead">Only the head has steps that are for the head alone.</param>
    public static FormSchema Schema(IEnumerable<string> processKeys, bool mayDelegate, bool isHead)
    {
        FormField[] substitute =
        [
            new("delegateId", FieldKind.Person),
            new("scope", FieldKind.Choice) { Required = true, DemandedByRules = true, Options = [EveryProcess, SomeProcesses] },
            new("processes", FieldKind.Choices)
            {
                Required = true,
                DemandedByRules = true,
                Options = [.. processKeys],
                When = new FieldCondition("scope", SomeProcesses),
            },
            new("includesRestricted", FieldKind.YesNo) { Required = true, DemandedByRules = true },
            .. isHead ? [new FormField("includesHeadOnly", FieldKind.YesNo)] : Array.Empty<FormField>(),
        ];
        return SchemaOf(mayDelegate ? substitute : []).CheckedBy(Rules);
    }

    private static FormSchema SchemaOf(FormField[] more) =>
        new("absence", typeof(AbsenceInput), new FormPage("absence", null, [.. Away, .. more]));

    public static bool MayDelegate(OrganisationDirectory directory, string personId, DateOnly day) =>
        directory.IsLeader(personId, day) || directory.GroupsOf(personId, day).Any(g => directory.LeadOf(g, day) == personId);

    /// <summary>The absence, and the grant that the substitute has yet to accept; or what is wrong, by field.</summary>
    public static Result<(AbsencePeriod Absence, DelegationGrant? Grant)> Register(
        string personId, JsonObject form, IReadOnlyCollection<string> processKeys, OrganisationDirectory directory, DateOnly today)
    {
        var read = FormInput.Read(form, Rules);
        if (!read.IsSuccess)
        {
            return read.Refusal;
        }

        var input = read.Value;
        var namesSubstitute = !string.IsNullOrEmpty(input.DelegateId);
        if (namesSubstitute && !MayDelegate(directory, personId, today))
        {
            return AbsenceRefusals.OnlyLeaders;
        }

        var errors = new List<FieldError>();
        CheckDays(errors, input, today);
        if (namesSubstitute)
        {
            CheckSubstitute(errors, input, personId, processKeys, directory);
        }

        var grant = namesSubstitute ? GrantOf(personId, input, today) : null;
        return errors.Count > 0 ? Refusal.Invalid(errors) : (AbsenceOf(personId, input), grant);
    }

    private static void CheckDays(List<FieldError> errors, AbsenceInput input, DateOnly today)
    {
        var (from, to) = (input.From!.Value, input.To!.Value);
        if (to < from)
        {
            errors.Add(new FieldError("to", "Absence.EndsBeforeStart"));
        }
        else if (to < today)
        {
            errors.Add(new FieldError("to", "Absence.Past"));
        }
        else if (to.DayNumber - from.DayNumber > MaxDays)
        {
            errors.Add(new FieldError("to", "Absence.TooLong", null, MaxDays));
        }
    }

    private static void CheckSubstitute(
        List<FieldError> errors, AbsenceInput input, string personId, IReadOnlyCollection<string> processKeys,
        OrganisationDirectory directory)
    {
        if (input.DelegateId == personId)
        {
            errors.Add(new FieldError("delegateId", "Absence.OwnSubstitute"));
        }
        else if (directory.Person(input.DelegateId!) is not { } substitute
            || !substitute.IsValidOn(input.From!.Value) || !substitute.IsValidOn(input.To!.Value))
        {
            errors.Add(new FieldError("delegateId", "Absence.UnknownSubstitute"));
        }

        if (input.Scope is not (EveryProcess or SomeProcesses))
        {
            errors.Add(new FieldError("scope", "Common.Required"));
        }
        else if (input.Scope == SomeProcesses && (input.Processes is not { Length: > 0 } lent || !lent.All(processKeys.Contains)))
        {
            errors.Add(new FieldError("processes", "Common.Required"));
        }
    }

    private static AbsencePeriod AbsenceOf(string personId, AbsenceInput input) => new()
    {
        PersonId = personId,
        Reason = input.Reason!.Trim(),
        ValidFrom = input.From!.Value,
        ValidTo = input.To!.Value,
    };

    private static DelegationGrant GrantOf(string personId, AbsenceInput input, DateOnly today) => new()
    {
        PrincipalId = personId,
        DelegateId = input.DelegateId!,
        ProcessKeys = input.Scope == EveryProcess ? "" : string.Join(',', (input.Processes ?? []).Distinct()),
        IncludesRestricted = input.IncludesRestricted == true,
        IncludesHeadOnly = input.IncludesHeadOnly == true,
        GrantedOn = today,
        ValidFrom = input.From!.Value < today ? today : input.From.Value,
        ValidTo = input.To!.Value,
    };
}
