namespace Portal.Web.Persistence;

/// <summary>
/// Whether a part of the database was found damaged since the start. Pages that nobody asks for stay good, so that a write may succeed
/// beside the damage: whoever watches the portal is told all the same, until it was restarted on a whole file.
/// </summary>
public sealed class FoundDamage
{
    private volatile bool _isFound;

    public bool IsFound => _isFound;

    public void Note() => _isFound = true;

    /// <summary>Remembers what an error says of the file.</summary>
    public void Note(Exception error)
    {
        if (StorageFaults.IsDamage(error))
        {
            Note();
        }
    }
}
