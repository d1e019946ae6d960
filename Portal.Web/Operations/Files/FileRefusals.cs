using Portal.Domain.Common;

namespace Portal.Web.Operations.Files;

/// <summary>Files that are not taken in, or cannot be handed out.</summary>
internal static class FileRefusals
{
    public static Refusal WrongType { get; } = new("File.WrongType");

    /// <summary>It runs something, or fetches something when it is opened.</summary>
    public static Refusal Active { get; } = new("File.Active");

    public static Refusal NoName { get; } = new("File.NoName");

    public static Refusal TooMany { get; } = new("File.TooMany");

    public static Refusal Infected { get; } = new("File.Infected");

    /// <summary>The scanner could not be asked; the file may be sent again.</summary>
    public static Refusal NotScanned { get; } = Refusal.Storage("File.NotScanned");

    /// <summary>What lies on the disk is not what was stored.</summary>
    public static Refusal Damaged { get; } = Refusal.Storage("File.Damaged");

    public static Refusal TooLarge(int megabytes) => new("File.TooLarge", null, megabytes);

    public static Refusal TooLargeUnpacked(long megabytes) => new("File.TooLargeUnpacked", null, megabytes);
}
