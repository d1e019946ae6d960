using System.ComponentModel.DataAnnotations;

namespace Portal.Web.Operations.Files;

/// <summary><c>VirusScan</c>: the scanner that looks at each file before it is taken.</summary>
public sealed class VirusScanOptions
{
    /// <summary>Host of a ClamAV daemon (clamd) that listens on TCP; empty where there is none.</summary>
    public string Host { get; set; } = "";

    [Range(1, 65_535)]
    public int Port { get; set; } = 3310;

    /// <summary>Seconds that an answer may take.</summary>
    [Range(1, 600)]
    public int Seconds { get; set; } = 60;
}
