using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FluentValidation;
using Portal.Domain.Areas;
using Portal.Domain.Common;
using Portal.Domain.Forms;

namespace Portal.Domain.Administration;

/// <summary>
/// One thing that an administrator does with the organisation: its form, what the form opens with, and the verb. The acts
/// are a table, so that one page shows any of them and one operation carries any out.
/// </summary>
/// <param name="Key">Stable key, also of the form and its texts: <c>area-create</c>.</param>
/// <param name="Register">List it belongs to, one of <see cref="Registers"/>.</param>
/// <param name="OfRow">Done to a row of the list, not to the list.</param>
public sealed record OrganisationAct(
    string Key, string Register, bool OfRow, FormSchema Form,
    Func<OrganisationDirectory, string, DateOnly, JsonObject> Known,
    Func<OrganisationDraft, string, JsonObject, Refusal?> Verb)
{
    /// <summary>Whether the row, as it is, allows it at all; false hides the act.</summary>
    public Func<OrganisationDirectory, string, DateOnly, bool> IsOpen { get; init; } = (_, _, _) => true;

    public static IReadOnlyList<OrganisationAct> All { get; } = [.. AreaActs.All, .. GroupActs.All, .. LeaderActs.All, .. StaffActs.All, .. CatalogueActs.All];

    public static OrganisationAct? Find(string? key) => All.FirstOrDefault(a => a.Key == key);

    /// <summary>
    /// Carries it out on the draft, or refuses and leaves the draft as it is. A row that does not allow it is as good as unknown.
    /// </summary>
    public Refusal? Apply(OrganisationDraft draft, string id, JsonObject form) =>
        OfRow && !IsOpen(draft.Directory, id, draft.Today) ? Refusal.NotFound : Verb(draft, id, form);

    internal static OrganisationAct Of<T>(
        string key, string register, bool ofRow, IValidator<T> validator, Func<OrganisationDirectory, string, DateOnly, T> known, Func<OrganisationDraft, string, T, Refusal?> apply, params FormField[] fields)
        where T : class =>
        new(key, register, ofRow,
            new FormSchema(key, typeof(T), new FormPage(key, null, fields)).CheckedBy(validator),
            (directory, id, day) => FormInput.ToJson(known(directory, id, day)),
            (draft, id, form) => FormInput.Read(form, validator) is { IsSuccess: false } wrong ? wrong.Refusal : apply(draft, id, FormInput.Read(form, validator).Value));

    /// <summary>A refusal at the field that caused it.</summary>
    internal static Refusal At(string path, Refusal refusal) => Refusal.Invalid([new FieldError(path, refusal.Code, refusal.Clause, refusal.Args)]);

    internal static Refusal At(string path, string code, params object?[] args) => Refusal.Invalid([new FieldError(path, code, null, args)]);
}

/// <summary>The lists that administrators keep.</summary>
public static class Registers
{
    public const string Areas = "dia-ban";
    public const string Groups = "nhom";
    public const string Leaders = "lanh-dao";
    public const string Staff = "can-bo";
    public const string Departments = "phong";
    public const string AreaKinds = "loai-dia-ban";
    public const string MeetingTypes = "loai-cuoc-hop";

    public static IReadOnlyList<string> All { get; } = [Areas, Groups, Leaders, Staff, Departments, AreaKinds, MeetingTypes];
}

/// <summary>The written decision behind an assignment (Đ2.3).</summary>
public sealed record DecisionInput
{
    public string? Number { get; init; }

    public DateOnly? Date { get; init; }

    public string? SignerId { get; init; }

    public string? Summary { get; init; }
}

public sealed class DecisionValidator : AbstractValidator<DecisionInput>
{
    public DecisionValidator()
    {
        RuleFor(x => x.Number).RequiredText(100, "Đ2.3");
        RuleFor(x => x.Date).Needed("Đ2.3");
        RuleFor(x => x.SignerId).Needed("Đ2.3");
        RuleFor(x => x.Summary).OptionalText(300);
    }
}

/// <summary>Fields and rules that the acts share.</summary>
internal static partial class OrganisationForms
{
    public static FormField Decision { get; } = new("decision", FieldKind.Section)
    {
        Required = true,
        Clause = "Đ2.3",
        Items =
        [
            new("number", FieldKind.Text) { Required = true, MaxLength = 100 }, new("date", FieldKind.Date) { Required = true },
            new("signerId", FieldKind.Person) { Required = true }, new("summary", FieldKind.Text) { MaxLength = 300 },
        ],
    };

    public static FormField Code { get; } = new("code", FieldKind.Text) { MaxLength = 20 };

    public static FormField Name { get; } = new("name", FieldKind.Text) { Required = true, MaxLength = 200 };

    public static FormField From { get; } = new("from", FieldKind.Date) { Required = true };

    public static FormField Last { get; } = new("last", FieldKind.Date) { Required = true };

    public static FormField Reason { get; } = new("reason", FieldKind.Text) { Required = true, MaxLength = 500 };

    public static void ByDecision<T>(this AbstractValidator<T> validator, Func<T, DecisionInput?> decision) =>
        validator.RuleFor(x => decision(x) ?? new DecisionInput()).SetValidator(new DecisionValidator()).OverridePropertyName("decision");

    /// <summary>Codes stand in addresses and in the search index: letters without marks, and digits.</summary>
    public static IRuleBuilderOptions<T, string?> ShortCode<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(c => string.IsNullOrEmpty(c) || CodePattern().IsMatch(c)).WithErrorCode("Org.BadCode");

    /// <summary>The code that was typed, or the next free one: A122 after A121.</summary>
    public static string CodeOr(string? typed, string prefix, int digits, IEnumerable<string> taken)
    {
        if (!string.IsNullOrEmpty(typed))
        {
            return typed;
        }

        var last = taken.Where(t => t.StartsWith(prefix, StringComparison.Ordinal)).Select(t => int.TryParse(t[prefix.Length..], System.Globalization.CultureInfo.InvariantCulture, out var n) ? n : 0).DefaultIfEmpty().Max();
        return prefix + (last + 1).ToString(System.Globalization.CultureInfo.InvariantCulture).PadLeft(digits, '0');
    }

    [GeneratedRegex("^[A-Z0-9]{1,20}$")]
    private static partial Regex CodePattern();
}

/// <summary>The end of a row: its last day.</summary>
public sealed record EndInput
{
    public DateOnly? Last { get; init; }

    public string? Reason { get; init; }
}

public sealed class EndValidator : AbstractValidator<EndInput>
{
    public EndValidator()
    {
        RuleFor(x => x.Last).Needed();
        RuleFor(x => x.Reason).Reason(500);
    }
}
