using Portal.Domain.Cases;
using Portal.Domain.Forms;

namespace Portal.Domain.ReportItems;

/// <summary>The forms of an item: one to enter it by itself, one for each act on it.</summary>
public static class ReportItemForms
{
    private const int MaxWords = 4000;

    private static readonly FormField Words = new("words", FieldKind.LongText) { Required = true, MaxLength = MaxWords, IsContent = true };

    private static readonly FormField Remark = Words with { Required = false };

    private static readonly FormField Reason = CaseForms.Reason("words");

    private static readonly Dictionary<ReportItemAct, FormSchema> ByAct = new[]
    {
        Act<ItemWordsInput>(ReportItemAct.Report, "Đ5.1", Remark),
        Act<ItemDirectiveInput>(
            ReportItemAct.Direct, "Đ4.1-2", Words with { MaxLength = 2000 }, new("assigneeId", FieldKind.Person),
            new("groupId", FieldKind.Group), new("due", FieldKind.Date)),
        Act<ItemWordsInput>(ReportItemAct.Start, "Đ5.1", Remark),
        Act<ItemWordsInput>(ReportItemAct.Note, "Đ5.1", Words),
        Act<ItemWordsInput>(ReportItemAct.Resolve, "Đ5.1", Words),
        Act<ItemWordsInput>(ReportItemAct.Reject, "Đ5.1", Reason),
        Act<ItemWordsInput>(ReportItemAct.CarryOver, "Đ5.1", Reason),
        Act<ItemWordsInput>(ReportItemAct.Reopen, "Đ5.1", Reason),
        Act<ItemLevelInput>(
            ReportItemAct.ChangeLevel, "Đ5.1",
            new FormField("level", FieldKind.Choice) { Required = true, Options = Enum.GetNames<ReportItemLevel>() }, Reason),
        Act<ItemReleaseInput>(
            ReportItemAct.Release, "Đ11",
            new FormField("departmentId", FieldKind.Department) { Required = true, RequiredBy = "Đ11" }, Remark),
        Act<ItemWordsInput>(ReportItemAct.Recall, "Đ11", Reason),
        Act<ItemWordsInput>(ReportItemAct.Answer, "Đ11", Words),
        Act<ItemMergerInput>(ReportItemAct.Merge, "Đ5.1", new FormField("intoId", FieldKind.Source) { Required = true }, Reason),
    }.ToDictionary(a => a.Act, a => a.Schema);

    public static FormSchema New { get; } = new FormSchema("item-new", typeof(NewItemInput),
        new FormPage("item", "Đ5.1", [SecrecyGate.Field, .. CaseForms.Items.Items.Select(WithContent)])).CheckedBy(new NewItemValidator());

    /// <summary>Acts that people do, each with its form.</summary>
    public static IEnumerable<ReportItemAct> Acts => ByAct.Keys;

    public static IReadOnlyList<FormSchema> All { get; } = [New, .. ByAct.Values];

    /// <summary>The form of an act that people do.</summary>
    public static FormSchema Of(ReportItemAct act) => ByAct[act];

    private static FormField WithContent(FormField field) => field.IsWords ? field with { IsContent = true } : field;

    private static (ReportItemAct Act, FormSchema Schema) Act<T>(ReportItemAct act, string clause, params FormField[] fields)
        where T : class, IItemWords
    {
        var page = new FormPage("act", clause, [SecrecyGate.Field, .. fields]);
        var key = $"item-{act.ToString().ToLowerInvariant()}";
        return (act, new FormSchema(key, typeof(T), page).CheckedBy(new ItemWordsValidator<T>(act)));
    }
}
