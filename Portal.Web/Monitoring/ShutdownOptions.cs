using System.ComponentModel.DataAnnotations;

namespace Portal.Web.Monitoring;

/// <summary><c>Drain</c>: the end of the program.</summary>
public sealed class ShutdownOptions
{
    /// <summary>Seconds that open pages have to keep what was typed.</summary>
    [Range(1, 300)]
    public int Seconds { get; set; } = 10;
}
