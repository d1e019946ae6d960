using Portal.Domain.Cases;
using Portal.Domain.Forms;

namespace Portal.Domain.Feedback;

/// <summary>The forms of S-12; a leader decides with the general opinion.</summary>
public static class FeedbackForms
{
    private static readonly string[] Recommendations = Enum.GetNames<FeedbackRecommendation>();

    public static FormSchema Submit { get; } = new FormSchema("regulation-feedback", typeof(FeedbackInput),
        new FormPage("what", "Đ13.3",
            SecrecyGate.Field,
            new("clause", FieldKind.Clause) { Required = true, Clause = "Đ13.3" },
            new("difficulty", FieldKind.LongText) { Required = true, MaxLength = 4000, IsContent = true, RequiredBy = "Đ13.3" },
            new("proposal", FieldKind.LongText) { Required = true, MaxLength = 4000, IsContent = true, RequiredBy = "Đ13.3" },
            CaseForms.Files)).CheckedBy(new FeedbackInputRules()) with
    { IsReviewed = true };

    public static FormSchema Assess { get; } = new FormSchema("feedback-assessment", typeof(AssessmentInput),
        new FormPage("assessment", "Đ13.3",
            SecrecyGate.Field,
            new("recommendation", FieldKind.Choice) { Required = true, Options = Recommendations, RequiredBy = "Đ13.3" },
            new("assessment", FieldKind.LongText)
            {
                Required = true,
                MaxLength = 4000,
                IsContent = true,
                RequiredBy = "Đ13.3"
            })).CheckedBy(new AssessmentInputRules());

    public static FormSchema Include { get; } = new FormSchema("feedback-revision", typeof(RevisionInput),
        new FormPage("revision", "Đ13.3",
            SecrecyGate.Field,
            new("revision", FieldKind.LongText) { Required = true, MaxLength = 2000, IsContent = true, RequiredBy = "Đ13.3" },
            CaseForms.Files)).CheckedBy(new RevisionInputRules());

    public static IReadOnlyList<FormSchema> All { get; } = [Submit, Assess, CaseForms.Opinion, Include, CaseForms.ReasonOnly];
}
