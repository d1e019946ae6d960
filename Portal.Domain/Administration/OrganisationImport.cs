using Portal.Domain.Areas;
using Portal.Domain.Common;
using Portal.Domain.Forms;
using Portal.Domain.Organisation;

namespace Portal.Domain.Administration;

/// <summary>
/// Areas and people from a sheet: a code that is known is changed, one that is not, or none, is new. Each row goes through
/// the same act as on its page.
/// </summary>
public static class OrganisationImport
{
    /// <summary>Rows of one sheet at most.</summary>
    public const int MaxRows = 5000;

    /// <summary>Columns of a sheet, in order; text keys <c>sheet.…</c>. The first is the code.</summary>
    public static IReadOnlyList<string> Columns(string register) => register switch
    {
        Registers.Areas => ["code", "name", "kind", "partyCommittee", "organizingBody", "address", "group", "from"],
        Registers.Staff => ["code", "fullName", "position", "department", "from"],
        _ => [],
    };

    /// <summary>The rows of a sheet as they are now: for export, and to change and bring back.</summary>
    public static IEnumerable<IReadOnlyDictionary<string, string>> Export(
        OrganisationDirectory directory, string register, DateOnly day) => register switch
        {
            Registers.Areas => directory.Data.Areas.Where(a => a.IsValidOn(day)).OrderBy(a => a.Id, StringComparer.Ordinal)
                .Select(a => OfArea(directory, a, day)),
            Registers.Staff => directory.Data.Staff.Where(s => s.IsValidOn(day)).OrderBy(s => s.Id, StringComparer.Ordinal)
                .Select(s => OfPerson(directory, s)),
            _ => [],
        };

    /// <param name="draft">Holds what the rows change afterwards; not to be stored when the report has errors.</param>
    /// <param name="rows">Cells by column; missing ones are empty.</param>
    public static ImportReport Run(
        OrganisationDraft draft, string register, IReadOnlyList<IReadOnlyDictionary<string, string>> rows, DecisionInput? decision)
    {
        var seen = new HashSet<string>();
        var results = new List<ImportRow>();
        for (var i = 0; i < rows.Count; i++)
        {
            string Cell(string column) => rows[i].GetValueOrDefault(column)?.Trim() ?? "";
            var code = Cell("code");
            var name = register == Registers.Areas ? Cell("name") : Cell("fullName");
            if (code.Length > 0 && !seen.Add(code))
            {
                results.Add(
                    new ImportRow(i + 2, code, name, ImportOutcome.Wrong, [], [new FieldError("code", "Org.CodeTwice", null, code)]));
                continue;
            }

            results.Add(
                register == Registers.Areas ? Area(draft, i + 2, code, name, Cell, decision) : Person(draft, i + 2, code, name, Cell));
        }

        if (results.TrueForAll(r => r.Outcome != ImportOutcome.Wrong) && draft.WhyNotSound() is { } wrong)
        {
            results.Add(new ImportRow(0, "", "", ImportOutcome.Wrong, [], [new FieldError("", wrong.Code, wrong.Clause, wrong.Args)]));
        }

        return new ImportReport(results);
    }

    private static ImportRow Area(
        OrganisationDraft draft, int line, string code, string name, Func<string, string> cell, DecisionInput? decision)
    {
        var (directory, errors) = (draft.Directory, new List<FieldError>());
        var kind = Named(directory.Data.Kinds, k => k.Id, k => k.Name, cell("kind"));
        var group = Named(directory.Data.Groups, g => g.Id, g => g.Name, cell("group"));
        if (kind is null && cell("kind").Length > 0)
        {
            errors.Add(new FieldError("kind", "Org.NotKnown", null, cell("kind")));
        }

        if (group is null && cell("group").Length > 0)
        {
            errors.Add(new FieldError("group", "Org.NotKnown", null, cell("group")));
        }

        var from = Day(cell("from"), errors);
        if (directory.Area(code) is { } known)
        {
            var before = OfArea(directory, known, draft.Today);
            if (kind is not null && kind.Id != known.KindId)
            {
                errors.Add(new FieldError("kind", "Org.KindByReorganisation"));
            }

            if (group is not null && group.Id != directory.GroupOfArea(code, draft.Today))
            {
                errors.Add(new FieldError("group", "Org.GroupByDecision"));
            }

            var edit = new AreaEditInput
            {
                Name = name,
                ParentId = known.ParentId,
                PartyCommittee = cell("partyCommittee"),
                OrganizingBody = cell("organizingBody"),
                Address = cell("address"),
                Contacts = AreaActs.ContactsOf(directory, code),
            };
            string[] columns = ["name", "partyCommittee", "organizingBody", "address"];
            return Changed(line, code, name, before, cell, columns, errors, () => Form("area-edit", draft, code, edit));
        }

        return New(line, code, name, errors, () => Form("area-create", draft, "", new AreaCreateInput
        {
            Code = code.Length == 0 ? null : code,
            Name = name,
            KindId = kind?.Id,
            PartyCommittee = cell("partyCommittee"),
            OrganizingBody = cell("organizingBody"),
            Address = cell("address"),
            From = from ?? draft.Today,
            GroupId = group?.Id,
            Decision = decision,
        }));
    }

    private static ImportRow Person(OrganisationDraft draft, int line, string code, string name, Func<string, string> cell)
    {
        var (directory, errors) = (draft.Directory, new List<FieldError>());
        var department = directory.Data.Departments.FirstOrDefault(
            d => new[] { d.Id, d.Name, d.ShortName }.Any(n => VietnameseText.Fold(n) == VietnameseText.Fold(cell("department"))));
        if (department is null && cell("department").Length > 0)
        {
            errors.Add(new FieldError("department", "Org.NotKnown", null, cell("department")));
        }

        var from = Day(cell("from"), errors);
        if (directory.Person(code) is { } known)
        {
            var edit = new StaffEditInput
            {
                FullName = name,
                Position = cell("position"),
                DepartmentId = department?.Id,
                Roles = [.. directory.RolesOf(code, draft.Today).Where(StaffActs.Granted.Contains)],
                From = draft.Today,
            };
            string[] columns = ["fullName", "position", "department"];
            string After(string column) => column == "department" ? department?.ShortName ?? "" : cell(column);
            return Changed(
                line, code, name, OfPerson(directory, known), After, columns, errors, () => Form("staff-edit", draft, code, edit));
        }

        return New(line, code, name, errors, () => Form("staff-create", draft, "", new StaffCreateInput
        {
            Code = code.Length == 0 ? null : code,
            FullName = name,
            Position = cell("position"),
            DepartmentId = department?.Id,
            Roles = [Role.DepartmentStaff],
            From = from ?? draft.Today,
        }));
    }

    private static ImportRow Changed(
        int line, string code, string name, IReadOnlyDictionary<string, string> before, Func<string, string> after,
        IReadOnlyList<string> columns, List<FieldError> errors, Func<Refusal?> apply)
    {
        var changes = columns.Where(c => before[c] != after(c)).Select(c => (c, before[c], after(c))).ToList();
        if (errors.Count == 0 && changes.Count > 0)
        {
            errors.AddRange(ErrorsOf(apply()));
        }

        var outcome = changes.Count > 0 ? ImportOutcome.Changed : ImportOutcome.Same;
        return new ImportRow(line, code, name, errors.Count > 0 ? ImportOutcome.Wrong : outcome, changes, errors);
    }

    private static ImportRow New(int line, string code, string name, List<FieldError> errors, Func<Refusal?> apply)
    {
        if (errors.Count == 0)
        {
            errors.AddRange(ErrorsOf(apply()));
        }

        return new ImportRow(line, code, name, errors.Count > 0 ? ImportOutcome.Wrong : ImportOutcome.New, [], errors);
    }

    private static Refusal? Form<T>(string act, OrganisationDraft draft, string id, T input) =>
        OrganisationAct.Find(act)!.Apply(draft, id, FormInput.ToJson(input));

    // Fields of the form by the column that fills them.
    private static IEnumerable<FieldError> ErrorsOf(Refusal? refusal)
    {
        if (refusal is null)
        {
            return [];
        }

        return refusal.Fields.Count == 0
            ? [new FieldError("", refusal.Code, refusal.Clause, refusal.Args)]
            : refusal.Fields.Select(f => f with { Path = ColumnOf(f.Path) });
    }

    private static string ColumnOf(string path) => path switch
    {
        "kindId" => "kind",
        "groupId" => "group",
        "departmentId" => "department",
        _ => path.Split('.')[0],
    };

    private static T? Named<T>(IEnumerable<T> rows, Func<T, string> id, Func<T, string> name, string text)
        where T : class
    {
        if (text.Length == 0)
        {
            return null;
        }

        var folded = VietnameseText.Fold(text);
        return rows.FirstOrDefault(r => id(r) == text) ?? rows.FirstOrDefault(r => VietnameseText.Fold(name(r)) == folded);
    }

    // The day as people write it (1/12/2026), or as a spreadsheet stores it.
    private static DateOnly? Day(string text, List<FieldError> errors)
    {
        if (text.Length == 0)
        {
            return null;
        }

        if (DateOnly.TryParseExact(
            text, ["d/M/yyyy", "yyyy-MM-dd"], System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None,
            out var day))
        {
            return day;
        }

        errors.Add(new FieldError("from", "Form.BadDay"));
        return null;
    }

    private static Dictionary<string, string> OfArea(OrganisationDirectory directory, MonitoredArea area, DateOnly day) => new()
    {
        ["code"] = area.Id,
        ["name"] = area.Name,
        ["kind"] = directory.Data.Kinds.FirstOrDefault(k => k.Id == area.KindId)?.Name ?? area.KindId,
        ["partyCommittee"] = area.PartyCommittee,
        ["organizingBody"] = area.OrganizingBody,
        ["address"] = area.Address,
        ["group"] = directory.GroupOfArea(area.Id, day) is { } group ? directory.Group(group)?.Name ?? group : "",
        ["from"] = area.ValidFrom.ToString("dd/MM/yyyy", System.Globalization.CultureInfo.InvariantCulture),
    };

    private static Dictionary<string, string> OfPerson(OrganisationDirectory directory, StaffMember person) => new()
    {
        ["code"] = person.Id,
        ["fullName"] = person.FullName,
        ["position"] = person.Position,
        ["department"] = directory.Department(person.DepartmentId)?.ShortName ?? "",
        ["from"] = person.ValidFrom.ToString("dd/MM/yyyy", System.Globalization.CultureInfo.InvariantCulture),
    };
}
