using Portal.Domain.Common;

namespace Portal.Web.Operations.Lists;

/// <summary>Views that are not kept.</summary>
internal static class SavedViewRefusals
{
    public static readonly Refusal NoName = Refusal.Invalid([new FieldError("name", "View.NoName")]);

    public static Refusal TooMany(int most) => new("View.TooMany", null, most);

    public static Refusal TooLong(int most) => Refusal.Invalid([new FieldError("name", "Common.TooLong", null, most)]);
}
