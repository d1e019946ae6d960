namespace Portal.Domain.Forms;

/// <summary>A form that carries the gate.</summary>
public interface IGatedInput
{
    SecrecyGate? Secrecy { get; }
}
