using Portal.Domain.Common;

namespace Portal.Domain.Cases;

/// <summary>Drafts that are not written together .</summary>
internal static class CoAuthorRefusals
{
    /// <summary>X-02: forms with parts that are confidential are their author's alone.</summary>
    public static Refusal NotShared { get; } = Refusal.NotAllowed("Draft.NotShared", "Đ7.A.6");

    public static Refusal NotColleague(string person) =>
        Refusal.Invalid([new FieldError("person", "Draft.NotColleague", null, person)]);
}
