using Portal.Domain.Common;

namespace Portal.Domain.Contacts;

/// <summary>What is refused about contacts and sub-units of an area, and why.</summary>
internal static class AreaBookRefusals
{
    public static Refusal OnlyGroup { get; } = Refusal.NotAllowed("AreaBook.OnlyGroup", "Đ9.1");

    /// <summary>It was taken out before.</summary>
    public static Refusal Ended { get; } = Refusal.NotNow("AreaBook.Ended");

    public static Refusal Known(string field) => Refusal.Invalid([new FieldError(field, "AreaBook.Known")]);
}
