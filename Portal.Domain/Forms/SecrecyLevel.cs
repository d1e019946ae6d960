namespace Portal.Domain.Forms;

/// <summary>Levels of state secrets; only ever on a stub.</summary>
public enum SecrecyLevel
{
    Secret,
    HighlySecret,
    TopSecret,
}
