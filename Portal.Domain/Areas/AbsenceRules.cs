using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Domain.Organisation;

namespace Portal.Domain.Areas;

/// <summary>S-13 and X-09: who may be away and name a substitute, and how.</summary>
public static class AbsenceRules
{
    public const string EveryProcess = "all";

    /// <summary>Longest period of one absence, days.</summary>
    public const int MaxDays = 366;

    private static readonly AbsenceValidator Validator = new();

    /// <param name="processKeys">Processes that may be lent one by one.</param>
    /// <param name="mayDelegate">Only leaders and group leads name a substitute.</param>
    public static FormSchema Schema(IEnumerable<string> processKeys, bool mayDelegate)
    {
        FormField[] away =
        [
            new("from", FieldKind.Date) { Required = true },
            new("to", FieldKind.Date) { Required = true },
            new("reason", FieldKind.Text) { Required = true, MaxLength = 300 },
        ];
        FormField[] substitute =
        [
            new("delegateId", FieldKind.Person),
            new("scope", FieldKind.Choice) { Required = true, Options = [EveryProcess, .. processKeys] },
            new("includesRestricted", FieldKind.YesNo) { Required = true },
        ];
        return new FormSchema("absence", typeof(AbsenceInput), new FormPage("absence", null, [.. away, .. mayDelegate ? substitute : []])).CheckedBy(Validator);
    }

    public static bool MayDelegate(OrganisationDirectory directory, string personId, DateOnly day) =>
        directory.IsLeader(personId, day) || directory.GroupsOf(personId, day).Any(g => directory.LeadOf(g, day) == personId);

    /// <summary>The absence, and the grant that the substitute has yet to accept; or what is wrong, by field.</summary>
    public static Result<(AbsencePeriod Absence, DelegationGrant? Grant)> Register(
        string personId, System.Text.Json.Nodes.JsonObject form, IReadOnlyCollection<string> processKeys, OrganisationDirectory directory, DateOnly today)
    {
        var read = FormInput.Read(form, Validator);
        if (!read.IsSuccess)
        {
            return read.Refusal;
        }

        var input = read.Value;
        var (from, to) = (input.From!.Value, input.To!.Value);
        var errors = new List<FieldError>();
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

        DelegationGrant? grant = null;
        if (!string.IsNullOrEmpty(input.DelegateId))
        {
            if (!MayDelegate(directory, personId, today))
            {
                return Refusal.NotAllowed("Absence.OnlyLeaders", "Đ7.B.3");
            }

            if (input.DelegateId == personId)
            {
                errors.Add(new FieldError("delegateId", "Absence.OwnSubstitute"));
            }
            else if (directory.Person(input.DelegateId) is not { } substitute || !substitute.IsValidOn(from) || !substitute.IsValidOn(to))
            {
                errors.Add(new FieldError("delegateId", "Absence.UnknownSubstitute"));
            }

            if (input.Scope is null || (input.Scope != EveryProcess && !processKeys.Contains(input.Scope)))
            {
                errors.Add(new FieldError("scope", "Common.Required"));
            }

            grant = new DelegationGrant
            {
                PrincipalId = personId,
                DelegateId = input.DelegateId,
                ProcessKeys = input.Scope == EveryProcess ? "" : input.Scope ?? "",
                IncludesRestricted = input.IncludesRestricted == true,
                ValidFrom = from < today ? today : from,
                ValidTo = to,
            };
        }

        return errors.Count > 0 ? Refusal.Invalid(errors)
            : (new AbsencePeriod { PersonId = personId, Reason = input.Reason!.Trim(), ValidFrom = from, ValidTo = to }, grant);
    }
}
