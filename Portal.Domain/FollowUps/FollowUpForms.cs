using Portal.Domain.Cases;
using Portal.Domain.Forms;

namespace Portal.Domain.FollowUps;

/// <summary>Fields that every form has which notes something to be followed up, and the forms of what is then done with it.</summary>
public static class FollowUpForms
{
    private static readonly FormSchema Settle = Act(
        FollowUpAct.Settle, new("words", FieldKind.LongText) { Required = true, MaxLength = 4000, IsContent = true });

    private static readonly FormSchema Cancel = Act(FollowUpAct.Cancel, CaseForms.Reason("words"));

    public static IReadOnlyList<FormSchema> All { get; } = [Settle, Cancel];

    /// <summary>What is still to be done, until when, and whether a person is judged.</summary>
    public static IReadOnlyList<FormField> Fields { get; } =
    [
        new("followUp", FieldKind.LongText) { MaxLength = 1000, IsContent = true },
        new("followUpDue", FieldKind.Date),
        new("concernsPersonnel", FieldKind.YesNo) { Required = true, IsQuestion = true, Clause = "Đ4.1-3" },
    ];

    public static FormSchema Of(FollowUpAct act) => act switch
    {
        FollowUpAct.Settle => Settle,
        FollowUpAct.Cancel => Cancel,
    };

    private static FormSchema Act(FollowUpAct act, FormField words)
    {
        var page = new FormPage("act", null, SecrecyGate.Field, words);
        var key = $"follow-up-{act.ToString().ToLowerInvariant()}";
        return new FormSchema(key, typeof(FollowUpWordsInput), page).CheckedBy(new FollowUpWordsValidator(act));
    }
}
